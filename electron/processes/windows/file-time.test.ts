import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileTimeMs } from "./file-time.ts";

/** 100 ns from 1601 to 1970. */
const EPOCH = 116_444_736_000_000_000n;

describe("fileTimeMs", () => {
  it("knows the epoch and a known moment", () => {
    expect(fileTimeMs(String(EPOCH))).toBe(0);
    expect(fileTimeMs("133000000000000000")).toBe(Date.UTC(2022, 5, 18, 4, 26, 40));
  });

  it("counts 100 ns exactly, beyond what a double holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4e12 }), fc.integer({ min: 0, max: 9999 }), (ms, rest) => {
        expect(fileTimeMs(String(EPOCH + BigInt(ms) * 10_000n + BigInt(rest)))).toBe(ms);
      }),
    );
  });

  it("has no wall time for a process whose start is not known", () => {
    expect(fileTimeMs("0")).toBeNull();
  });
});
