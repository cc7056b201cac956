// @ts-check
import { writeFileSync } from "node:fs";

/** The environment variable that names the file to write. */
export const REPORT_FILE = "ISOSCOPE_VITEST_REPORT";

/**
 * Writes counts, failures, and the reason of each skip, which Vitest's own JSON report leaves out. What failed outside of
 * a test (a file that does not load, a hook, an unhandled rejection) counts as a failure too.
 */
export default class IsoscopeReporter {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env[REPORT_FILE];
    if (file) writeFileSync(file, JSON.stringify(count(modules, unhandled)));
  }
}

/** @param {ReadonlyArray<import("vitest/node").TestModule>} modules @param {ReadonlyArray<unknown>} unhandled */
function count(modules, unhandled) {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const failedTests = tests.filter((test) => test.result().state === "failed");
  const brokenModules = modules.filter(
    (module) => module.state() === "failed" && !failedTests.some((test) => test.module === module),
  );
  return {
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed: [
      ...failedTests.map((test) => ({ name: test.fullName, reason: messageOf(test.result().errors?.[0]) })),
      ...brokenModules.map((module) => ({
        name: module.relativeModuleId,
        reason: messageOf(module.errors()[0]),
      })),
      ...unhandled.map((error) => ({ name: "outside of any test", reason: messageOf(error) })),
    ],
    skipped: tests.filter((test) => ["skipped", "pending"].includes(test.result().state)).map(describeSkip),
  };
}

/** @param {unknown} error as Vitest serialises them */
const messageOf = (error) =>
  error instanceof Object && "message" in error ? String(error.message) : "no error given";

/** @param {import("vitest/node").TestCase} test */
function describeSkip(test) {
  const result = test.result();
  const reason = result.state === "skipped" ? result.note : undefined;
  return { name: test.fullName, reason: reason ?? "no reason given" };
}
