// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const SHARED = "#/containers/docker/ping-shared";

const tabShown = (/** @type {string} */ tab) => async (/** @type {Page} */ page) =>
  page.getByRole("tab", { name: tab, selected: true }).waitFor();

/** The details drawer. @type {readonly import("../states.mjs").State[]} */
export const DETAILS = [
  { name: "details-processes", scene: "scene", hash: SHARED, main: true, act: tabShown("Processes") },
];
