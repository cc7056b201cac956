// @ts-check

const shown = (/** @type {string} */ text) => async (/** @type {import("@playwright/test").Page} */ page) =>
  page.getByRole("main").getByText(text).first().waitFor();

/** The three pages of Settings. @type {readonly import("../states.mjs").State[]} */
export const SETTINGS = [
  { name: "settings", scene: "scene", hash: "#/settings", act: shown("Refresh interval") },
  {
    name: "settings-engines",
    scene: "scene",
    hash: "#/settings/engines",
    act: shown("Endpoint"),
  },
  {
    name: "settings-engines-trouble",
    scene: "unreachable",
    hash: "#/settings/engines",
    act: shown("Cannot be used"),
  },
  {
    name: "settings-diagnostics",
    scene: "scene",
    hash: "#/settings/diagnostics",
    act: shown("Last events"),
  },
];
