import { expect, test } from "vitest";
import { readPlaywrightReport } from "./playwright-report.mjs";

const spec = (title: string, status: string, annotations: { type: string; description?: string }[] = []) => ({
  title,
  tests: [{ projectName: "web", status, annotations }],
});

test("results are counted through all levels, a flaky one as failed", () => {
  const report = {
    suites: [
      {
        title: "scene.spec.ts",
        specs: [spec("a", "expected"), spec("b", "unexpected")],
        suites: [{ title: "inner", specs: [spec("c", "flaky"), spec("d", "expected")] }],
      },
    ],
  };
  expect(readPlaywrightReport(report)).toEqual({ passed: 2, failed: 2, skipped: [] });
});

test("a skip brings its front and its reason, or says that there is none", () => {
  const specs = [spec("a", "skipped", [{ type: "skip", description: "no KVM" }]), spec("b", "skipped")];
  expect(readPlaywrightReport({ suites: [{ title: "x", specs }] }).skipped).toEqual([
    { name: "web: a", reason: "no KVM" },
    { name: "web: b", reason: "no reason given" },
  ]);
});

test("an error outside of any test is a failure", () => {
  expect(readPlaywrightReport({ suites: [], errors: [{}] }).failed).toBe(1);
});
