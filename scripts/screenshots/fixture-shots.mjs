// @ts-check
import path from "node:path";
import { ROOT } from "../setup/root.mjs";
import { Stop } from "../setup/say.mjs";
import { LOOKS, SAME_EVERYWHERE } from "./looks.mjs";
import { STATES } from "./states.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./fixtures.mjs").Fixtures} Fixtures */
/** @typedef {import("./states.mjs").State} State */
/** @typedef {import("./looks.mjs").Look} Look */
/** @typedef {{ folder: string, only: readonly string[] | null, written: (file: string) => void }} Wanted */

/** As many samples as a sparkline shows. */
const SAMPLES = 24;

/**
 * Every state in every look that it is taken in, from the fixture host with its clock standing still.
 * @param {Browser} browser
 * @param {Fixtures} fixtures
 * @param {Wanted} wanted
 */
export async function takeFixtureShots(browser, fixtures, { folder, only, written }) {
  const states = STATES.filter(({ name }) => only === null || only.includes(name));
  if (states.length === 0) throw new Stop(`states are: ${STATES.map(({ name }) => name).join(", ")}`, 2);
  for (const state of states) {
    for (const look of LOOKS) {
      const file = path.join(folder, `${state.name}.${look.name}.png`);
      await takeOne(browser, fixtures, state, look, file);
      written(file);
    }
  }
}

/**
 * @param {Browser} browser
 * @param {Fixtures} fixtures
 * @param {State} state
 * @param {Look} look
 * @param {string} file
 */
async function takeOne(browser, fixtures, state, look, file) {
  const { NOW } = fixtures;
  const server = await serverOf(fixtures, state);
  const { viewport, colorScheme, forcedColors } = look;
  const context = await browser.newContext({ ...SAME_EVERYWHERE, viewport, colorScheme, forcedColors });
  const page = await context.newPage();
  try {
    await page.clock.setFixedTime(NOW);
    await page.addInitScript("Math.random = () => 0.5");
    await page.goto(`${server.url}${state.hash ?? ""}`);
    await page.getByRole("button", { name: `Host and engines: ${server.hostName}` }).waitFor();
    if (state.hash === undefined && server.tick) await sample(page, server, NOW);
    await state.act(page, () => server.close());
    await pointAt(page, state.hover);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  } finally {
    await context.close();
    await server.close();
  }
}

/**
 * A host of invented rows; for the scene `seed`, the real app on a machine without engines, which shows its built-in session.
 * @param {Fixtures} fixtures
 * @param {State} state
 * @returns {Promise<{ url: string, hostName: string, tick?: (now: number) => void, close: () => Promise<void> }>}
 */
async function serverOf({ NOW, AppProcess, withoutEngines, scenarios, serveFixture }, { scene }) {
  if (scene === "seed") {
    const app = await AppProcess.start(undefined, withoutEngines);
    const close = async () => {
      await app.stop();
      await app.removeHome();
    };
    return { url: app.url, hostName: "Windows Server", close };
  }
  const scenario = scenarios[scene];
  if (!scenario) throw new Error(`no scene ${scene}`);
  const { url, tick, close } = await serveFixture(path.join(ROOT, "dist", "renderer"), scenario, () => NOW);
  return { url, hostName: scenario.host.hostName, tick, close };
}

/**
 * As many samples as the sparklines show, each seen by the page before the next is taken: none is ever skipped.
 * @param {Page} page
 * @param {{ tick?: (now: number) => void }} server
 * @param {number} now
 */
async function sample(page, server, now) {
  for (let left = SAMPLES - 1; left >= 0; left--) {
    const at = now - left * 1000;
    server.tick?.(at);
    await page.getByText(`Updated ${new Date(at).toISOString().slice(11, 19)}`).waitFor();
  }
}

/**
 * Puts the pointer on a row, or where it hovers over nothing.
 * @param {Page} page
 * @param {string | undefined} row
 */
async function pointAt(page, row) {
  if (row === undefined) await page.mouse.move(1, 1);
  else await page.getByRole("row").filter({ hasText: row }).hover();
}
