// @ts-check

/**
 * @typedef {object} SuiteReport what one suite did
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { name: string, reason: string }[]} skipped
 * @property {string | null} notRun why it gave no result; null when it ran
 */

/** @param {string} name @param {string} reason @returns {SuiteReport} */
export const didNotRun = (name, reason) => ({ name, passed: 0, failed: 0, skipped: [], notRun: reason });

/** A check with one result. @param {string} name @param {boolean} passed @returns {SuiteReport} */
export const single = (name, passed) => ({
  name,
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: [],
  notRun: null,
});

/**
 * A suite that found nothing to run has not shown anything.
 * @param {SuiteReport} report
 * @returns {SuiteReport}
 */
export function refuseEmpty(report) {
  const { name, passed, failed, skipped } = report;
  return passed + failed + skipped.length > 0 ? report : didNotRun(name, "it has no tests");
}

/**
 * The end of a test run: skips and suites without result line by line, then the sums.
 * @param {readonly SuiteReport[]} reports
 * @returns {{ lines: readonly string[], exitCode: 0 | 1 }}
 */
export function summarise(reports) {
  const skips = reports.flatMap(({ name, skipped }) =>
    skipped.map((skip) => `skipped  ${name}: ${skip.name}: ${skip.reason}`),
  );
  const absent = reports.filter(({ notRun }) => notRun !== null);
  const passed = sum(reports.map((report) => report.passed));
  const failed = sum(reports.map((report) => report.failed));
  const tail = skips.length > 0 ? `, ${skips.length} skipped` : "";
  return {
    lines: [
      ...reports.filter(({ notRun }) => notRun === null).map(describe),
      ...skips,
      ...absent.map(({ name, notRun }) => `not run  ${name}: ${notRun}`),
      `${passed} passed, ${failed} failed${tail}`,
    ],
    exitCode: failed === 0 && absent.length === 0 ? 0 : 1,
  };
}

/** @param {SuiteReport} report */
const describe = ({ name, passed, failed, skipped }) =>
  `${name.padEnd(9)}${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
