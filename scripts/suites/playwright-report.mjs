// @ts-check

/**
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ projectName: string, status: string, annotations: { type: string, description?: string }[], results?: { error?: Failure }[] }} Test
 * @typedef {{ message?: string }} Failure
 * @typedef {{ title: string, tests: Test[] }} Spec
 * @typedef {{ suites: Suite[], errors?: Failure[] }} PlaywrightReport its JSON reporter's file, as far as it is read
 */

/**
 * Counts Playwright's results. A flaky test failed once, so it failed. A project is a front of the app, and names tell it.
 * @param {PlaywrightReport} report
 */
export function readPlaywrightReport(report) {
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ name: `${test.projectName}: ${spec.title}`, ...test })));
  return {
    passed: tests.filter(({ status }) => status === "expected").length,
    failed: [
      ...tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ name, results = [] }) => ({
          name,
          reason: messageOf(results.find(({ error }) => error)?.error),
        })),
      ...(report.errors ?? []).map((error) => ({ name: "outside of any test", reason: messageOf(error) })),
    ],
    skipped: tests
      .filter(({ status }) => status === "skipped")
      .map(({ name, annotations }) => ({
        name,
        reason: annotations.find(({ type }) => type === "skip")?.description ?? "no reason given",
      })),
  };
}

/** @param {Failure} [error] */
const messageOf = (error) => error?.message ?? "no error given";

/** @param {Suite} suite @returns {Spec[]} */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
