// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

/** Between two inputs, ms: slow enough for each to be one interaction. */
const PACE = 250;

const rows = (/** @type {Page} */ page) => page.locator(".host-row:not(.head)");
const layout = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.getByRole("radio", { name }).click();
const filter = (/** @type {Page} */ page) => page.getByRole("searchbox", { name: "Filter processes" });
const sortBy = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.locator(".host-row.head").getByRole("button", { name, exact: true }).click();

/** Somebody clicks on rows and moves through them. @param {Page} page @param {() => boolean} over */
async function useRows(page, over) {
  await rows(page).nth(2).click();
  for (let turn = 0; !over(); turn++) {
    if (turn % 3 === 0)
      await rows(page)
        .nth(2 + (turn % 9))
        .click();
    else await page.keyboard.press(turn % 3 === 1 ? "ArrowDown" : "ArrowUp");
    await page.waitForTimeout(PACE);
  }
  await page.keyboard.press("Home");
}

/** Somebody types a word to filter by, and takes it back. @param {Page} page @param {() => boolean} over */
async function typeFilter(page, over) {
  await filter(page).click();
  const keys = [..."init", "Backspace", "Backspace", "Backspace", "Backspace"];
  for (let turn = 0; !over(); turn++) {
    await page.keyboard.press(keys[turn % keys.length] ?? "Escape");
    await page.waitForTimeout(PACE);
  }
  await filter(page).fill("");
}

/** The wheel turns all the time; the first row keeps the focus. @param {Page} page @param {() => boolean} over */
async function scroll(page, over) {
  await rows(page).first().click();
  for (let turn = 0; !over(); turn++) {
    await page.mouse.wheel(0, Math.floor(turn / 120) % 2 === 0 ? 420 : -420);
    await page.waitForTimeout(16);
  }
  await page.keyboard.press("Home");
}

/** Nobody touches anything. @param {Page} page @param {() => boolean} over */
async function rest(page, over) {
  await page.mouse.move(1, 1);
  while (!over()) await page.waitForTimeout(PACE);
}

/**
 * What is done while readings come in, in this order.
 * @type {readonly { name: string, begin: (page: Page) => Promise<void>, act: (page: Page, over: () => boolean) => Promise<void> }[]}
 */
export const PHASES = [
  { name: "table by PID, clicks and keys", begin: async () => {}, act: useRows },
  { name: "table by PID, typing a filter", begin: async () => {}, act: typeFilter },
  { name: "table by PID, scrolling", begin: async () => {}, act: scroll },
  {
    name: "table by %CPU, order renewed",
    begin: async (page) => {
      await sortBy(page, "%CPU");
      await sortBy(page, "%CPU");
    },
    act: rest,
  },
  {
    name: "tree, clicks and keys",
    begin: async (page) => {
      await sortBy(page, "PID");
      await layout(page, "Tree");
    },
    act: useRows,
  },
];
