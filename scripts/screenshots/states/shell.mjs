// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} text @param {string} shown */
const palette = (text, shown) => async (/** @type {Page} */ page) => {
  await page.getByText("ping-shared").first().waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Search/ }).fill(text);
  await page.getByRole("option", { name: shown }).first().waitFor();
};

/** What lies over every screen. @type {readonly import("../states.mjs").State[]} */
export const SHELL = [
  { name: "palette", scene: "scene", act: palette("48213", "Find 48213 in Scope") },
  { name: "palette-open", scene: "scene", act: palette("", "Launch") },
  {
    name: "palette-nothing",
    scene: "scene",
    act: async (page) => {
      await palette("", "Launch")(page);
      await page.getByRole("combobox", { name: /^Search/ }).fill("no such thing");
      await page.getByText("Nothing matches").waitFor();
    },
  },
  {
    name: "shortcuts",
    scene: "scene",
    act: async (page) => {
      await page.getByText("ping-shared").first().waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
];
