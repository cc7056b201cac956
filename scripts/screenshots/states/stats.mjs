// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const drawn = async (/** @type {Page} */ page) => {
  await page.getByRole("table").getByText("Received").waitFor();
  await page.locator(".stats-plot canvas").first().waitFor();
};

const sinceStart = async (/** @type {Page} */ page) => {
  await drawn(page);
  await page.getByRole("radio", { name: "Since start" }).click();
};

/** The Stats tab under both isolations, near and far. @type {readonly import("../states.mjs").State[]} */
export const STATS = [
  {
    name: "stats",
    scene: "scene",
    hash: "#/containers/docker/ping-shared?tab=stats",
    act: drawn,
  },
  { name: "stats-vm", scene: "scene", hash: "#/containers/microvm/ping-micro?tab=stats", act: drawn },
  {
    name: "stats-since-start",
    scene: "scene",
    hash: "#/containers/docker/web-front?tab=stats",
    act: sinceStart,
  },
  {
    name: "stats-ended",
    scene: "scene",
    hash: "#/containers/docker/batch-0412?tab=stats",
    act: async (page) => page.getByText("there is nothing to measure").waitFor(),
  },
];
