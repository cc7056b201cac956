import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identify, isAlive, startOf } from "./process-identity.ts";
import { isLeftOver } from "./sweep-temporary.ts";

const REST = "S 1 1 1 0 -1 4194304 1 0 0 0 5 3 0 0 20 0 1 0 98765 1 2";

describe("startOf", () => {
  it("reads field 22 whatever the process is called", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 15 }), (name) => {
        expect(startOf(`42 (${name}) ${REST}`)).toBe("98765");
      }),
    );
  });

  it("is null for other text", () => {
    expect(startOf("")).toBeNull();
    expect(startOf("42 (x) S 1")).toBeNull();
  });
});

describe("identify", () => {
  it("tells a process from another that got its PID", () => {
    const own = identify(process.pid);
    expect(own).not.toBeNull();
    if (!own) return;
    expect(isAlive(own)).toBe(true);
    expect(isAlive({ ...own, start: `${own.start}0` })).toBe(false);
  });
});

describe("isLeftOver", () => {
  it("spares the folders of apps that live and of others", () => {
    const own = identify(process.pid);
    expect(isLeftOver(`${own?.pid}-${own?.start}-abc`)).toBe(false);
    expect(isLeftOver(`${own?.pid}-1-abc`)).toBe(true);
    expect(isLeftOver("something else")).toBe(false);
  });
});
