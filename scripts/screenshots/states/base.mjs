// @ts-check

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../states.mjs").State} State */

const shown = (/** @type {string | RegExp} */ text) => async (/** @type {Page} */ page) =>
  page.getByText(text).first().waitFor();

/** Containers and Scope. @type {readonly State[]} */
export const BASE = [
  { name: "containers", scene: "scene", act: shown("ping-shared") },
  { name: "containers-many", scene: "many", act: shown("load-000") },
  { name: "empty", scene: "empty", act: shown(/^No containers on/) },
  {
    name: "filter-empty",
    scene: "scene",
    act: async (page) => {
      await page.getByRole("searchbox").fill("no-such-name");
      await page.getByText("No container matches").waitFor();
    },
  },
  { name: "loading", scene: "loading", act: (page) => page.locator(".loading-row").first().waitFor() },
  { name: "unreachable", scene: "unreachable", act: shown("is not answering") },
  { name: "denied", scene: "denied", act: shown("Isoscope may not read the engine.") },
  { name: "stale", scene: "stale", act: shown("Paused data.") },
  {
    name: "disconnected",
    scene: "scene",
    act: async (page, close) => {
      await page.getByText("ping-shared").first().waitFor();
      await close();
      await page.getByText(/^Paused\./).waitFor();
    },
  },
  {
    name: "row-failure",
    scene: "scene",
    hover: "report-gen",
    act: shown("report-gen"),
  },
  { name: "starting", scene: "launching", act: shown("Making the disk from the image") },
  {
    name: "scope-process",
    scene: "scene",
    hash: "#/scope/docker/ping-shared?find=ping",
    act: shown("Same process"),
  },
  {
    name: "scope-hyperv",
    scene: "scene",
    hash: "#/scope/microvm/ping-micro?find=ping",
    act: shown("Cannot find a process"),
  },
  {
    name: "scope-arrows",
    scene: "scene",
    hash: "#/scope/docker/ping-shared",
    act: async (page) => {
      await page.getByRole("radio", { name: /^All/ }).click();
      await page
        .getByRole("button", { name: /below$/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "scope-restricted",
    scene: "restricted",
    hash: "#/scope/docker/ping-process?find=dockerd",
    act: shown("could not be read in full"),
  },
  {
    name: "scope-windows-process",
    scene: "windows",
    hash: "#/scope/docker/ping-process?find=ping",
    act: shown("Same process"),
  },
  {
    name: "scope-windows-hyperv",
    scene: "windows",
    hash: "#/scope/docker/ping-hyperv?find=ping",
    act: shown("Cannot find a process"),
  },
  {
    name: "scope-not-running",
    scene: "scene",
    hash: "#/scope/docker/batch-0412",
    act: shown("batch-0412 is not running"),
  },
  {
    name: "remove",
    scene: "scene",
    act: async (page) => {
      for (const name of ["ping-shared", "ping-micro"])
        await page.getByRole("row").filter({ hasText: name }).getByRole("checkbox").check();
      await page
        .getByRole("button", { name: /^Remove/ })
        .first()
        .click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
];
