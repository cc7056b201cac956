// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const SHARED = "#/containers/docker/ping-shared";

const MICRO = "#/containers/microvm/ping-micro";

/** @type {(text: string | RegExp) => (page: Page) => Promise<void>} */
const shown = (text) => async (page) => page.getByRole("tabpanel").getByText(text).first().waitFor();

/** The details drawer. @type {readonly import("../states.mjs").State[]} */
export const DETAILS = [
  { name: "details-processes", scene: "scene", hash: SHARED, act: shown("3 of 3") },
  {
    name: "details-boundary",
    scene: "scene",
    hash: `${SHARED}?tab=boundary`,
    act: shown("Full control of the engine"),
  },
  {
    name: "details-boundary-vm",
    scene: "scene",
    hash: `${MICRO}?tab=boundary`,
    act: shown("How this is known"),
  },
  {
    name: "details-inspect",
    scene: "scene",
    hash: `${SHARED}?tab=inspect`,
    act: async (page) => {
      await page.getByRole("button", { name: "Open all" }).click();
      await page.getByRole("treeitem", { name: /API_KEY/ }).waitFor();
    },
  },
  { name: "details-processes-vm", scene: "scene", hash: MICRO, act: shown("None of 10") },
  {
    name: "row-menu",
    scene: "scene",
    act: async (page) => {
      await page.getByRole("row").filter({ hasText: "ping-shared" }).click({ button: "right" });
      await page.getByRole("menuitem", { name: "Copy PID" }).waitFor();
    },
  },
  {
    name: "bulk-bar",
    scene: "scene",
    act: async (page) => {
      for (const name of ["api-orders", "batch-0412", "web-front"])
        await page.getByRole("row").filter({ hasText: name }).getByRole("checkbox").check();
      await page.getByRole("toolbar", { name: "3 selected" }).waitFor();
    },
  },
  {
    name: "undo",
    scene: "scene",
    act: async (page) => {
      await page.getByRole("row").filter({ hasText: "redis-cache" }).click({ button: "right" });
      await page.getByRole("menuitem", { name: /^Stop/ }).click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
    },
  },
  {
    name: "details-failure",
    scene: "scene",
    hash: "#/containers/microvm/report-gen",
    act: async (page) => page.getByText(/so it has no processes/).waitFor(),
  },
];
