// @ts-check

/**
 * @typedef {object} Results of one test file
 * @property {number} passed
 * @property {readonly { name: string, detail: string }[]} failed
 * @property {readonly { name: string, reason: string }[]} skipped
 * @property {boolean} done whether all tests came to their end
 */

/** Reads what `reporter.mjs` wrote; a line that was cut off by a crash is left out. @param {string} text @returns {Results} */
export function readResults(text) {
  const records = text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  const of = (/** @type {string} */ outcome) => records.filter((record) => record.outcome === outcome);
  return {
    passed: of("passed").length,
    failed: of("failed").map(({ name, detail }) => ({ name, detail })),
    skipped: of("skipped").map(({ name, reason }) => ({ name, reason })),
    done: records.some(({ done }) => done === true),
  };
}
