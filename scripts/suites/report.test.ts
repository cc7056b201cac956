import fc from "fast-check";
import { expect, test } from "vitest";
import { didNotRun, refuseEmpty, single, summarise } from "./report.mjs";

const suite = (
  passed: number,
  failed: number,
  skipped: readonly { name: string; reason: string }[] = [],
) => ({
  name: "unit",
  passed,
  failed: Array.from({ length: failed }, () => ({
    name: "reads",
    reason: "\u001b[31mno row\u001b[39m\n  at line 1",
  })),
  skipped,
  notRun: null,
});
const lastLine = (reports: Parameters<typeof summarise>[0]) => summarise(reports).lines.at(-1);

test("without skips the last line names none", () => {
  expect(lastLine([single("types", []), suite(3, 0)])).toBe("4 passed, 0 failed");
});

test("each skip is listed with its reason, and counted", () => {
  const { lines, exitCode } = summarise([suite(1, 0, [{ name: "boots", reason: "no KVM" }])]);
  expect(lines).toContain("skipped  unit: boots: no KVM");
  expect([lines.at(-1), exitCode]).toEqual(["1 passed, 0 failed, 1 skipped", 0]);
});

test("a failure makes the exit code 1", () => {
  expect(summarise([suite(1, 0), single("lint", ["knip"])]).exitCode).toBe(1);
});

test("what failed is named with its error's first line, next to the sums", () => {
  const { lines } = summarise([suite(1, 1, [{ name: "boots", reason: "no KVM" }]), single("types", [])]);
  expect(lines.slice(-2)).toEqual(["failed   unit: reads: no row", "2 passed, 1 failed, 1 skipped"]);
});

test("a suite that did not run makes the exit code 1, although nothing failed", () => {
  const { lines, exitCode } = summarise([suite(1, 0), didNotRun("e2e", "no report")]);
  expect(lines).toContain("not run  e2e: no report");
  expect([lines.at(-1), exitCode]).toEqual(["1 passed, 0 failed", 1]);
});

test("a suite without a single test did not run", () => {
  expect(refuseEmpty(suite(0, 0)).notRun).not.toBeNull();
  expect(refuseEmpty(suite(0, 0, [{ name: "x", reason: "y" }])).notRun).toBeNull();
});

test("the last line always has the one form that machines read", () => {
  const skip = fc.record({ name: fc.string(), reason: fc.string() });
  const report = fc.tuple(fc.nat(), fc.nat(20), fc.array(skip)).map((args) => suite(...args));
  fc.assert(
    fc.property(fc.array(report), (reports) => {
      expect(lastLine(reports)).toMatch(/^\d+ passed, \d+ failed(?:, [1-9]\d* skipped)?$/);
    }),
  );
});
