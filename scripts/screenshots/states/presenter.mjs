// @ts-check

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../states.mjs").State} State */

const LINUX = { process: "docker/ping-shared", hyperv: "microvm/ping-micro" };
const WINDOWS = { process: "docker/ping-process", hyperv: "docker/ping-hyperv" };
const NONE = { process: null, hyperv: null };

/**
 * A demo whose containers already run, as one is after a reload of the page.
 * @param {{ process: string | null, hyperv: string | null }} keys
 * @param {number} step
 * @param {string | RegExp} title
 */
const at = (keys, step, title) => async (/** @type {Page} */ page) => {
  const half = (/** @type {string | null} */ key) => ({ key, job: null, refused: null });
  const state = {
    ...{ what: null, process: half(keys.process), hyperv: half(keys.hyperv) },
    ...{ made: Object.values(keys).filter((key) => key !== null), seen: [1, 2, 3, 4, 5, 6, 7], from: null },
  };
  await page.evaluate(
    ([stored, hash]) => {
      sessionStorage.setItem("isoscope-demo", stored);
      window.location.hash = hash;
    },
    /** @type {const} */ ([JSON.stringify({ state, version: 0 }), `#/presenter/${step}`]),
  );
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

/** The drawn link and wall come with the sample. @param {Parameters<typeof at>} how */
const shown =
  (...how) =>
  async (/** @type {Page} */ page) => {
    await at(...how)(page);
    await page.locator(".stage-pid").first().waitFor();
  };

const from = { scene: "scene", hash: "#/settings" };
const windows = { scene: "windows", hash: "#/settings" };

/** @type {readonly State[]} */
export const PRESENTER = [
  { ...from, name: "presenter-not-run", act: at(NONE, 1, "Run ping on the shared kernel") },
  { ...from, name: "presenter-1", act: at(LINUX, 1, "ping runs on the shared kernel") },
  { ...from, name: "presenter-2", act: shown(LINUX, 2, "Inside the container, ping is PID 7") },
  { ...from, name: "presenter-3", act: shown(LINUX, 3, /as PID 48213$/) },
  { ...from, name: "presenter-4", act: at(LINUX, 4, "ping runs in a micro-VM") },
  { ...from, name: "presenter-5", act: shown(LINUX, 5, "Inside its VM, ping is PID 1") },
  { ...from, name: "presenter-6", act: shown(LINUX, 6, /^The host cannot find/) },
  { ...from, name: "presenter-7", act: shown(LINUX, 7, /is all that the host sees$/) },
  {
    ...windows,
    name: "presenter-windows-3",
    act: shown(WINDOWS, 3, /with the same PID$/),
  },
  { ...windows, name: "presenter-windows-7", act: shown(WINDOWS, 7, /^vmwp is all/) },
  {
    ...from,
    name: "presenter-starting",
    act: async (page) => {
      await at(NONE, 4, "Run ping in a micro-VM")(page);
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page.getByText("Starting the command").waitFor();
    },
  },
  {
    name: "presenter-unable",
    scene: "unreachable",
    hash: "#/settings",
    act: async (page) => {
      await at(NONE, 1, "Run ping on the shared kernel")(page);
      await page.getByRole("button", { name: "Go to step 4" }).waitFor();
    },
  },
  {
    ...from,
    name: "presenter-leave",
    act: async (page) => {
      await shown(LINUX, 7, /is all that the host sees$/)(page);
      await page.keyboard.press("Escape");
      await page.getByRole("alertdialog").waitFor();
    },
  },
];
