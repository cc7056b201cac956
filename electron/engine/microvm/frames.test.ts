import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrame } from "./frames.ts";

describe("parseFrame", () => {
  it("takes arbitrary text without throwing", () => {
    fc.assert(fc.property(fc.string(), (line) => void parseFrame(line)));
    fc.assert(fc.property(fc.json(), (line) => void parseFrame(line)));
  });

  it("skips what a port may hold before the first frame", () => {
    const exit = { event: "exit", job: 1, code: 3, signal: null };
    expect(parseFrame(`\0\x1bgarbage ${JSON.stringify(exit)}`)).toEqual(exit);
  });

  it("refuses frames with members out of range", () => {
    expect(parseFrame('{"event":"exit","job":1,"code":300,"signal":null}')).toBeNull();
    expect(parseFrame('{"event":"output","job":1,"source":"stdout","data":"***"}')).toBeNull();
    expect(parseFrame('{"event":"ready","protocol":1}')).toBeNull();
  });
});
