import path from "node:path";
import { describe, expect, it } from "vitest";
import { readOptions } from "./options.mjs";

const build = path.resolve("native", "build");

describe("the options of the acceptance", () => {
  it("takes the first addon that is there", () => {
    const released = path.join(build, "Release", "isoscope.node");
    expect(readOptions([], build, (file) => file === released).addonPath).toBe(released);
    expect(readOptions([], build, () => false).addonPath).toBe(path.join(build, "isoscope.node"));
    expect(readOptions(["--addon", released], build, () => true).addonPath).toBe(released);
  });

  it("refuses what it does not know", () => {
    expect(() => readOptions(["--adon", "x"], build)).toThrow("--adon");
    expect(readOptions(["--image", "i", "--help"], build)).toMatchObject({ image: "i", help: true });
  });
});
