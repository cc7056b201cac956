// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} text */
const showing = (text) => async (/** @type {Page} */ page) => {
  await page
    .getByRole("button", { name: "Play" })
    .or(page.getByRole("button", { name: "Pause" }))
    .waitFor();
  await page.getByText(text).first().waitFor();
};

const replay = { scene: "replay", hash: "#/containers" };

/** A recording on every screen. @type {readonly import("../states.mjs").State[]} */
export const REPLAY = [
  { ...replay, name: "replay-containers", act: showing("ping-process") },
  {
    ...replay,
    name: "replay-scope",
    hash: "#/scope/docker/ping-process?find=ping",
    act: showing("Same process"),
  },
  { ...replay, name: "replay-file", scene: "replayFile", act: showing("ping-shared") },
  { ...replay, name: "replay-first-show", scene: "firstShow", act: showing("ping-process") },
  {
    ...replay,
    name: "replay-about",
    act: async (page) => {
      await showing("ping-process")(page);
      await page.getByRole("button", { name: "About this recording" }).click();
    },
  },
  {
    ...replay,
    name: "replay-moments",
    act: async (page) => {
      await showing("ping-process")(page);
      await page.getByRole("button", { name: "Moments" }).click();
      await page.getByRole("menuitem").first().waitFor();
    },
  },
  {
    ...replay,
    name: "replay-launch",
    act: async (page) => {
      await showing("ping-process")(page);
      await page.keyboard.press("Alt+n");
      await page.getByRole("dialog").waitFor();
    },
  },
  { ...replay, name: "replay-compare", hash: "#/compare", act: showing("Compare") },
  { ...replay, name: "replay-images", hash: "#/images", act: showing("Images") },
  { ...replay, name: "replay-host", hash: "#/host", act: showing("vmwp") },
  { ...replay, name: "replay-settings", hash: "#/settings", act: showing("Appearance") },
  {
    ...replay,
    name: "replay-presenter",
    act: async (page) => {
      await page.evaluate(() => {
        window.location.hash = "#/presenter/1";
      });
      await showing("Not run yet")(page);
    },
  },
];
