// @ts-check
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {{ name: string, reason: string }} Named a test and why it failed or was skipped; the first line of it is shown
 * @typedef {object} SuiteReport what one suite did
 * @property {string} name
 * @property {number} passed
 * @property {readonly Named[]} failed
 * @property {readonly Named[]} skipped
 * @property {string | null} notRun why it gave no result; null when it ran
 */

/** @param {string} name @param {string} reason @returns {SuiteReport} */
export const didNotRun = (name, reason) => ({ name, passed: 0, failed: [], skipped: [], notRun: reason });

/**
 * A check with one result, made by one or more tools. What they found stands in their own output.
 * @param {string} name
 * @param {readonly string[]} complaining the tools that found something
 * @returns {SuiteReport}
 */
export const single = (name, complaining) => ({
  name,
  passed: complaining.length === 0 ? 1 : 0,
  failed:
    complaining.length === 0 ? [] : [{ name: complaining.join(", "), reason: "see above what it found" }],
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
  return passed + failed.length + skipped.length > 0 ? report : didNotRun(name, "it has no tests");
}

/**
 * The end of a test run: skips, suites without result and failures line by line, then the sums. Failures come last: of
 * a long log, often only the end is at hand.
 * @param {readonly SuiteReport[]} reports
 * @returns {{ lines: readonly string[], exitCode: 0 | 1 }}
 */
export function summarise(reports) {
  const skips = reports.flatMap(({ name, skipped }) => skipped.map(listed("skipped", name)));
  const failures = reports.flatMap(({ name, failed }) => failed.map(listed("failed", name)));
  const absent = reports.filter(({ notRun }) => notRun !== null);
  const passed = sum(reports.map((report) => report.passed));
  const tail = skips.length > 0 ? `, ${skips.length} skipped` : "";
  return {
    lines: [
      ...reports.filter(({ notRun }) => notRun === null).map(describe),
      ...skips,
      ...absent.map(({ name, notRun }) => `not run  ${name}: ${notRun}`),
      ...failures,
      `${passed} passed, ${failures.length} failed${tail}`,
    ],
    exitCode: failures.length === 0 && absent.length === 0 ? 0 : 1,
  };
}

/** @param {string} outcome @param {string} suite @returns {(test: Named) => string} */
const listed = (outcome, suite) => (test) =>
  `${outcome.padEnd(9)}${suite}: ${test.name}: ${firstLine(test.reason)}`;

/** Without the colours that test runners put into errors. @param {string} text */
const firstLine = (text) => stripVTControlCharacters(text).trim().split("\n")[0] ?? "";

/** @param {SuiteReport} report */
const describe = ({ name, passed, failed, skipped }) =>
  `${name.padEnd(9)}${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
