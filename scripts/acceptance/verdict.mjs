// @ts-check

/**
 * @typedef {"pass" | "fail" | "skip"} Status
 * @typedef {{ readonly status: Status, readonly reason: string }} Verdict
 */

/** @param {string} reason @returns {Verdict} */
export const pass = (reason) => ({ status: "pass", reason });

/** @param {string} reason @returns {Verdict} */
export const fail = (reason) => ({ status: "fail", reason });

/** What could not be tried here, and why. @param {string} reason @returns {Verdict} */
export const skip = (reason) => ({ status: "skip", reason });
