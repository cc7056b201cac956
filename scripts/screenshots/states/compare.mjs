// @ts-check

const HASH = "#/compare";

/** Compare: before the first, while one runs, at its end, and with a lane that failed. @type {readonly import("../states.mjs").State[]} */
export const COMPARE = [
  {
    name: "compare-empty",
    scene: "scene",
    hash: HASH,
    act: async (page) => page.getByText("Nothing compared yet").waitFor(),
  },
  {
    name: "compare-running",
    scene: "comparing",
    hash: HASH,
    act: async (page) => page.getByRole("button", { name: "Stop" }).waitFor(),
  },
  {
    name: "compare",
    scene: "compared",
    hash: HASH,
    act: async (page) => page.getByText("Micro-VM isolation took").waitFor(),
  },
  {
    name: "compare-earlier",
    scene: "compared",
    hash: HASH,
    act: async (page) => {
      await page
        .getByRole("button", { name: /^Open the comparison of/ })
        .nth(1)
        .click();
      await page.getByText("not the last one").waitFor();
      await page.getByRole("heading", { name: "Earlier on this host" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "compare-method",
    scene: "comparedBefore",
    hash: HASH,
    act: async (page) => {
      await page
        .getByRole("button", { name: /^Open the comparison of/ })
        .nth(1)
        .click();
      await page.getByText("How this was measured").click();
      await page.getByText("not measured here").click();
      await page.getByText("Source: Microsoft").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "compare-windows",
    scene: "windowsCompared",
    hash: HASH,
    act: async (page) => page.getByText("Hyper-V isolation took").waitFor(),
  },
  {
    name: "compare-failed",
    scene: "compareFailed",
    hash: HASH,
    act: async (page) => page.getByText("The command could not be started.").first().waitFor(),
  },
  {
    name: "compare-blocked",
    scene: "unreachable",
    hash: HASH,
    act: async (page) => page.getByText("Nothing can be compared").waitFor(),
  },
];
