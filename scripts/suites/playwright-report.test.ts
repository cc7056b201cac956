import { expect, test } from "vitest";
import { readPlaywrightReport } from "./playwright-report.mjs";

const spec = (
  title: string,
  status: string,
  annotations: { type: string; description?: string }[] = [],
  results: { error?: { message: string } }[] = [],
) => ({
  title,
  tests: [{ projectName: "web", status, annotations, results }],
});

test("results are counted through all levels, a flaky one as failed", () => {
  const report = {
    suites: [
      {
        title: "scene.spec.ts",
        specs: [spec("a", "expected"), spec("b", "unexpected", [], [{ error: { message: "no row" } }])],
        suites: [{ title: "inner", specs: [spec("c", "flaky"), spec("d", "expected")] }],
      },
    ],
  };
  expect(readPlaywrightReport(report)).toEqual({
    passed: 2,
    failed: [
      { name: "web: b", reason: "no row" },
      { name: "web: c", reason: "no error given" },
    ],
    skipped: [],
  });
});

test("a skip brings its front and its reason, or says that there is none", () => {
  const specs = [spec("a", "skipped", [{ type: "skip", description: "no KVM" }]), spec("b", "skipped")];
  expect(readPlaywrightReport({ suites: [{ title: "x", specs }] }).skipped).toEqual([
    { name: "web: a", reason: "no KVM" },
    { name: "web: b", reason: "no reason given" },
  ]);
});

test("an error outside of any test is a failure", () => {
  expect(readPlaywrightReport({ suites: [], errors: [{ message: "no such file" }] }).failed).toEqual([
    { name: "outside of any test", reason: "no such file" },
  ]);
});
