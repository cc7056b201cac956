// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const LIST = "#/host";

/** @param {Page} page */
const rowOf = (page, /** @type {string} */ text) => page.getByRole("row").filter({ hasText: text }).first();

/** @param {Page} page @param {string} word */
async function find(page, word) {
  await page.getByRole("searchbox", { name: "Filter processes" }).fill(word);
}

/** @param {Page} page */
async function asTree(page) {
  await page.getByRole("radio", { name: "Tree" }).click();
  await page.getByRole("treegrid").waitFor();
}

/** Every process of the host. @type {readonly import("../states.mjs").State[]} */
export const HOST = [
  {
    name: "host",
    scene: "scene",
    hash: LIST,
    act: async (page) => {
      await page.getByRole("button", { name: "Belongs to" }).click();
      await page.getByText("Worker of").first().waitFor();
    },
  },
  {
    name: "host-tree",
    scene: "scene",
    hash: LIST,
    act: async (page) => {
      await asTree(page);
      await rowOf(page, "nginx: master").press("ArrowLeft");
      await rowOf(page, "Command of ping-shared").click();
    },
  },
  {
    name: "host-container",
    scene: "scene",
    hash: `${LIST}?container=docker%2Fping-shared`,
    act: async (page) => {
      await asTree(page);
      await rowOf(page, "Command of").waitFor();
    },
  },
  {
    name: "host-owner",
    scene: "scene",
    hash: LIST,
    act: async (page) => {
      await find(page, "qemu");
      await page.getByText("wraps ").waitFor();
    },
  },
  {
    name: "host-owner-windows",
    scene: "windows",
    hash: LIST,
    act: async (page) => {
      await find(page, "vmwp");
      await page.getByText("wraps ").waitFor();
    },
  },
  {
    name: "host-menu",
    scene: "scene",
    hash: LIST,
    act: async (page) => {
      await find(page, "ping");
      await rowOf(page, "Command of").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Copy command line" }).waitFor();
    },
  },
  {
    name: "host-filter-empty",
    scene: "scene",
    hash: LIST,
    act: async (page) => {
      await find(page, "no-such-name");
      await page.getByText("No process matches").waitFor();
    },
  },
  {
    name: "host-restricted",
    scene: "restricted",
    hash: LIST,
    act: async (page) => {
      await page.getByText("cannot be read in full").waitFor();
    },
  },
];
