// @ts-check

/** @type {readonly import("../states.mjs").State[]} */
export const DETAILS = [];
