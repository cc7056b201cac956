// @ts-check

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../states.mjs").State} State */

/**
 * The built-in session at a moment, as keys go there; begins where the row of that time is shown.
 * @param {string} moment
 */
const at = (moment) => async (/** @type {Page} */ page) => {
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Moments" }).click();
  await page.getByRole("menuitem", { name: moment }).click();
  await page.getByRole("menuitem").first().waitFor({ state: "detached" });
};

/** @param {string} hash @param {string | RegExp} text */
const go = (hash, text) => async (/** @type {Page} */ page) => {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByText(text).first().waitFor();
};

/** @param {...((page: Page) => Promise<void>)} steps */
const inTurn =
  (...steps) =>
  async (/** @type {Page} */ page) => {
    for (const step of steps) await step(page);
  };

/** @param {string} name */
const scopeOf = (name) => async (/** @type {Page} */ page) => {
  const row = page.getByRole("row").filter({ has: page.getByRole("gridcell", { name, exact: true }) });
  await row.press("Alt+Enter");
  await page.getByRole("searchbox", { name: /^Find a process/ }).fill("ping");
  await page
    .getByText(/Same process|Cannot find/)
    .first()
    .waitFor();
};

/** @param {string} name */
const press = (name) => (/** @type {Page} */ page) => page.getByRole("button", { name }).click();

/** @param {number} steps how far the presenter goes */
const present = (steps) => async (/** @type {Page} */ page) => {
  for (let step = 1; step <= steps; step++) {
    const launches = step === 1 || step === 4;
    if (launches) {
      await page.keyboard.press("r");
      await page
        .getByText(/^ping runs /)
        .first()
        .waitFor();
    }
    if (step < steps) await page.keyboard.press("ArrowRight");
    await page
      .locator(`[aria-current="step"]`)
      .filter({ hasText: String(Math.min(steps, step + 1)) })
      .waitFor();
  }
};

const SAME = "Get-Process ping: 3964";
const WORKER = "Get-Process vmwp: 2376";
const seed = { scene: "seed", hash: "#/containers" };

/** The built-in session on every screen, from the real app on a machine without engines. @type {readonly State[]} */
const BUILT_IN = [
  { ...seed, name: "replay-containers", act: at(SAME) },
  { ...seed, name: "replay-scope-process", act: inTurn(at(SAME), scopeOf("ping-process")) },
  { ...seed, name: "replay-scope-hyperv", act: inTurn(at(WORKER), scopeOf("ping-hyperv")) },
  { ...seed, name: "replay-about", act: inTurn(at(WORKER), press("About this recording")) },
  { ...seed, name: "replay-moments", act: inTurn(at(WORKER), press("Moments")) },
  {
    ...seed,
    name: "replay-launch",
    act: inTurn(
      at("docker run: process"),
      (page) => page.keyboard.press("Alt+n"),
      async (page) => {
        await page.getByRole("dialog").waitFor();
        await page.getByText("This is a recording.").waitFor();
      },
    ),
  },
  { ...seed, name: "replay-compare", act: inTurn(at(WORKER), go("#/compare", "Keep the last two")) },
  { ...seed, name: "replay-images", act: inTurn(at(WORKER), go("#/images", "servercore")) },
  { ...seed, name: "replay-host", act: inTurn(at(WORKER), go("#/host", "vmwp")) },
  { ...seed, name: "replay-settings", act: inTurn(at(WORKER), go("#/settings", "Recordings")) },
  {
    ...seed,
    name: "replay-presenter-3",
    act: inTurn(press("Go to start"), press("Pause"), go("#/presenter/1", "Not run yet"), present(3)),
  },
  {
    ...seed,
    name: "replay-presenter-7",
    act: inTurn(press("Go to start"), press("Pause"), go("#/presenter/1", "Not run yet"), present(7)),
  },
];

const live = { scene: "scene", hash: "#/settings" };

/** @param {Page} page */
const record = async (page) => {
  await page.getByRole("button", { name: "Record…" }).click();
  await page.getByRole("dialog").waitFor();
};

/** @param {Page} page */
const recording = async (page) => {
  await record(page);
  await page.getByRole("button", { name: "Start recording" }).click();
  await page.getByText(/^Recording \d/).waitFor();
};

/** @param {Page} page */
const stop = async (page) => {
  await page.getByRole("group", { name: "Recording" }).getByRole("button", { name: "Stop" }).click();
  await page.getByRole("alertdialog").waitFor();
};

/** @param {string} name @param {number} bytes */
const open = (name, bytes) => async (/** @type {Page} */ page) => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.alloc(bytes) });
};

/** Recordings made and opened, on the host of invented rows. @type {readonly State[]} */
export const REPLAY = [
  ...BUILT_IN,
  {
    ...live,
    name: "replay-file",
    scene: "replayFile",
    hash: "#/containers",
    act: (page) => page.getByRole("button", { name: "Play" }).waitFor(),
  },
  { ...live, name: "record", act: record },
  { ...live, name: "recording", act: recording },
  {
    ...live,
    name: "recorded",
    act: inTurn(recording, stop, (page) => page.getByRole("alertdialog").waitFor()),
  },
  {
    ...live,
    name: "recorded-discard",
    act: inTurn(recording, stop, press("Discard…"), (page) =>
      page.getByText("Discard this recording?").waitFor(),
    ),
  },
  {
    ...live,
    name: "open-damaged",
    act: inTurn(open("damaged.isoscope", 64), (page) => page.getByRole("alertdialog").waitFor()),
  },
];
