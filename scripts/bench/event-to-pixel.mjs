// @ts-check
// A container started with docker's own command line, while the app's list is open in Chromium: how long after its program
// has begun is it on the screen as running? The program tells the time itself, first thing; the page tells it after the
// second animation frame from when the row is there, so the frame with the row has been handed over. One clock.
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { openBrowserFor } from "../screenshots/browser.mjs";
import { bundleFixtures } from "../screenshots/fixtures.mjs";
import { MEMORY } from "../setup/root.mjs";
import { Stop } from "../setup/say.mjs";
import { quantile, tenths } from "./measure/quantile.mjs";
import { IMAGE, importStampImage } from "./measure/stamp-image.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ docker: (...args: string[]) => Promise<string> }} Daemon */
/** @typedef {{ toFrame: number, toPixel: number }} Sample ms after the program began */

const SAMPLES = 40;
const LIMIT_P95_MS = 120;
/** One that takes longer is not slow, but lost. */
const LOST_MS = 30_000;

const execute = promisify(execFile);

/** @param {{ json?: boolean }} [options] */
export async function run({ json = false } = {}) {
  const bundle = path.join(MEMORY, "bench-event");
  const { AppProcess } = await bundleFixtures(bundle);
  const app = await AppProcess.start();
  const browser = await openBrowserFor();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const frames = watchFrames(page);
    await page.addInitScript(installWatch);
    await page.goto(app.url);
    await page.getByRole("button", { name: /^Host and engines.*2 engines/ }).waitFor({ timeout: 90_000 });
    importStampImage(app.dockerSocket);
    const daemon = daemonAt(app.dockerSocket);
    /** @type {Sample[]} */
    const samples = [];
    // One more than counted: the first also compiles and fills caches.
    for (let i = 0; i <= SAMPLES; i++) {
      const sample = await takeSample(page, daemon, frames, `bench-${i}`);
      if (i > 0) samples.push(sample);
    }
    return report(samples, json);
  } finally {
    await browser.close();
    await app.stop();
    await app.removeHome();
    rmSync(bundle, { recursive: true, force: true });
  }
}

/** @param {string} socket @returns {Daemon} */
const daemonAt = (socket) => ({
  docker: async (...args) => (await execute("docker", ["-H", `unix://${socket}`, ...args])).stdout.trim(),
});

/**
 * When a frame first named a container as running, by name; ms since the Unix epoch.
 * @param {Page} page
 */
function watchFrames(page) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      for (const name of runningIn(String(payload))) if (!seen.has(name)) seen.set(name, Date.now());
    }),
  );
  return seen;
}

/** Names of containers that a frame tells to run. @param {string} payload @returns {string[]} */
function runningIn(payload) {
  if (!payload.includes('"bench-')) return [];
  const { upsert = [], entries = [] } = JSON.parse(payload);
  return [...upsert, ...entries].flatMap(([, item]) =>
    item.state === "running" && typeof item.name === "string" ? [item.name] : [],
  );
}

/** Notes when each container's row is first painted as running; runs in the page, before anything of it. */
function installWatch() {
  /** @type {Record<string, number>} */
  const painted = {};
  const noted = new Set();
  const look = () => {
    for (const row of document.querySelectorAll(".container-row:not(.head)")) {
      const [name] = /bench-\d+/.exec(row.textContent ?? "") ?? [];
      if (!name || noted.has(name) || !row.textContent?.includes("Running")) continue;
      noted.add(name);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Object.assign(painted, { [name]: Date.now() })),
      );
    }
  };
  Object.assign(window, { isoscopePainted: painted });
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * @param {Page} page
 * @param {Daemon} daemon
 * @param {ReadonlyMap<string, number>} frames
 * @param {string} name
 * @returns {Promise<Sample>}
 */
async function takeSample(page, { docker }, frames, name) {
  await docker("run", "-d", "--net", "none", "--name", name, IMAGE);
  const painted = await page.waitForFunction(
    (key) => /** @type {any} */ (window).isoscopePainted[key],
    name,
    { timeout: LOST_MS },
  );
  const began = Number(await docker("logs", name)) / 1000;
  await docker("rm", "-f", name);
  await page.locator(".container-row", { hasText: name }).waitFor({ state: "detached" });
  return { toFrame: (frames.get(name) ?? Number.NaN) - began, toPixel: (await painted.jsonValue()) - began };
}

/** @param {readonly Sample[]} samples @param {boolean} json */
function report(samples, json) {
  const spread = (/** @type {keyof Sample} */ key) => {
    const all = samples.map((sample) => sample[key]).filter((ms) => !Number.isNaN(ms));
    return {
      p50: tenths(quantile(all, 0.5)),
      p95: tenths(quantile(all, 0.95)),
      max: tenths(Math.max(...all)),
    };
  };
  const result = {
    samples: samples.length,
    load: loadavg().map(tenths),
    limits: { p95: LIMIT_P95_MS },
    toPixel: spread("toPixel"),
    /** Of it, until the page has the row: the rest is drawing. */
    toFrame: spread("toFrame"),
  };
  if (json) console.log(JSON.stringify(result));
  else console.log(result);
  if (result.toPixel.p95 > LIMIT_P95_MS) throw new Stop(`p95 ${result.toPixel.p95} ms > ${LIMIT_P95_MS} ms`);
  return result;
}
