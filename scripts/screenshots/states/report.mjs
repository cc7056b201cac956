// @ts-check

/** Where what is on screen is taken away. @type {readonly import("../states.mjs").State[]} */
export const REPORT = [
  {
    name: "scope-export",
    scene: "scene",
    hash: "#/scope/docker/ping-shared",
    act: async (page) => {
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: "Copy as Markdown" }).waitFor();
    },
  },
];
