import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseImageTag, buildOf, mismatchAdvice } from "./windows-builds.ts";

it.each([
  ["10.0.20348", 20_348],
  ["10.0.26100.2113", 26_100],
  ["win:1", null],
  ["", null],
])("reads the build of %j", (version, build) => {
  expect(buildOf(version)).toBe(build);
});

it.each([
  [14_393, null],
  [17_763, "ltsc2019"],
  [19_045, "ltsc2019"],
  [20_348, "ltsc2022"],
  [25_398, "ltsc2022"],
  [26_100, "ltsc2025"],
  [26_200, "ltsc2025"],
])("picks for build %i the tag %s", (build, tag) => {
  expect(baseImageTag(build)).toBe(tag);
});

describe("mismatchAdvice", () => {
  it("does not send a newer image to Hyper-V", () => {
    expect(mismatchAdvice("10.0.20348", "10.0.26100.1")).toMatch(/newer than this Windows.*ltsc2022/);
    expect(mismatchAdvice("10.0.20348", "10.0.26100.1")).not.toContain("Hyper-V");
  });

  it("offers Hyper-V for an older image, and when a version is not told", () => {
    expect(mismatchAdvice("10.0.26100", "10.0.17763.1")).toMatch(/Hyper-V.*ltsc2025/);
    expect(mismatchAdvice("", "win:1")).toMatch(/Hyper-V.*host's own build/);
  });

  it("ends in a full stop for any two versions", () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(40_000), (host, image) => {
        expect(mismatchAdvice(`10.0.${host}`, `10.0.${image}.7`)).toMatch(/\.$/);
      }),
    );
  });
});
