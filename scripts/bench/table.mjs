// @ts-check
// The Host screen with 10,000 processes, of which a fifth change each second, in Chromium: frames, interactions, readings that
// were shown, and the size of the page, against limits. The host is a fixture (e2e/fixtures/busy-host.ts). An empty page in
// the same browser, before and after, tells how good frames can be on this machine at this moment.
import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { openBrowserFor } from "../screenshots/browser.mjs";
import { bundleFixtures } from "../screenshots/fixtures.mjs";
import { MEMORY, ROOT } from "../setup/root.mjs";
import { Stop } from "../setup/say.mjs";
import { countNodes, installProbe, takeProbe } from "./measure/page-probe.mjs";
import { PHASES } from "./measure/phases.mjs";
import { quantile, tenths } from "./measure/quantile.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./measure/page-probe.mjs").Probe} Probe */
/** @typedef {import("../screenshots/fixtures.mjs").Fixtures} Fixtures */

const ROWS = 10_000;
const PHASE_MS = 15_000;
const CONTROL_MS = 6_000;
const EVERY_MS = 1_000;

/** ms, and counts. */
const LIMITS = {
  frameP95: 17.5,
  frameP99: 34,
  lostUpdates: 0,
  clickP75: 48,
  keyP75: 48,
  nodes: 2_500,
  rows: 60,
};

/** The Event Timing API leaves out what took less. */
const SHORTEST_EVENT = 16;

/** @param {{ json?: boolean }} [options] */
export async function run({ json = false } = {}) {
  const bundle = path.join(MEMORY, "bench-table");
  const fixtures = await bundleFixtures(bundle);
  const browser = await openBrowserFor();
  try {
    const before = await control(browser);
    const phases = await measure(browser, fixtures);
    const result = {
      fixture: `${ROWS} invented processes, 20 % changed and 0.2 % replaced every second`,
      rows: ROWS,
      load: loadavg().map(tenths),
      control: { before, after: await control(browser) },
      limits: LIMITS,
      phases,
      missed: phases.flatMap(missedOf),
    };
    if (json) console.log(JSON.stringify(result));
    else print(result);
    if (result.missed.length > 0) throw new Stop(`limits missed: ${result.missed.join("; ")}`);
    return result;
  } finally {
    await browser.close();
    rmSync(bundle, { recursive: true, force: true });
  }
}

/** Frames of a page on which nothing happens. @param {Browser} browser */
async function control(browser) {
  const page = await browser.newPage();
  await page.addInitScript(installProbe);
  await page.goto("data:text/html,<title>control</title>");
  await takeProbe(page);
  await page.waitForTimeout(CONTROL_MS);
  const { frames } = await takeProbe(page);
  await page.close();
  return { frameP95: tenths(quantile(frames, 0.95)), frameP99: tenths(quantile(frames, 0.99)) };
}

/** @param {Browser} browser @param {Fixtures} fixtures */
async function measure(browser, { busyHost, serveFixture }) {
  const busy = busyHost(ROWS);
  const server = await serveFixture(path.join(ROOT, "dist", "renderer"), busy.scenario, Date.now);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let sent = 0;
  const timer = setInterval(() => {
    const { upsert, remove } = busy.next();
    sent += 1;
    server.host.changeProcesses(upsert, remove);
  }, EVERY_MS);
  try {
    await page.addInitScript(installProbe);
    await page.goto(`${server.url}#/host`);
    await page.getByText("/sbin/init").waitFor();
    await page.evaluate(watchMarker);
    const phases = [];
    for (const phase of PHASES) phases.push(await runPhase(page, phase, () => sent));
    return phases;
  } finally {
    clearInterval(timer);
    await page.close();
    await server.close();
  }
}

/**
 * @param {Page} page
 * @param {(typeof PHASES)[number]} phase
 * @param {() => number} sent readings sent so far
 */
async function runPhase(page, { name, begin, act }, sent) {
  await begin(page);
  await page.waitForTimeout(2 * EVERY_MS);
  await takeProbe(page);
  const first = sent();
  const end = Date.now() + PHASE_MS;
  await act(page, () => Date.now() > end);
  const probe = await takeProbe(page);
  const last = sent();
  // The reading sent just now may still be on its way.
  await page.waitForTimeout(EVERY_MS / 2);
  const shown = await page.evaluate(() => [.../** @type {any} */ (window).isoscopeMarkers]);
  const seen = new Set(shown.map((/** @type {number} */ cpu) => cpu - 10_000));
  const lost = Array.from({ length: last - first }, (_, i) => first + 1 + i).filter((n) => !seen.has(n));
  return {
    name,
    ...figuresOf(probe),
    updates: { sent: last - first, lost: lost.length },
    ...(await countNodes(page)),
  };
}

/** @param {Probe} probe */
function figuresOf({ frames, longTasks, events }) {
  const p75 = (/** @type {RegExp} */ names) => {
    const times = events.filter(({ name }) => names.test(name)).map(({ ms }) => ms);
    return times.length === 0 ? null : Math.max(SHORTEST_EVENT, quantile(times, 0.75));
  };
  return {
    frames: frames.length,
    frameP50: tenths(quantile(frames, 0.5)),
    frameP95: tenths(quantile(frames, 0.95)),
    frameP99: tenths(quantile(frames, 0.99)),
    frameMax: tenths(Math.max(...frames)),
    longTasks: longTasks.length,
    longestTask: Math.max(0, ...longTasks),
    clickP75: p75(/^(click|pointerup)$/),
    keyP75: p75(/^key(down|up)$/),
  };
}

/** Notes each value the first process's row shows; runs in the page. */
function watchMarker() {
  const markers = new Set();
  Object.assign(window, { isoscopeMarkers: markers });
  const look = () => {
    const text = document.querySelector('[data-key^="1:"]')?.textContent ?? "";
    const [, cpu] = /(1\d{4})\.0/.exec(text) ?? [];
    if (cpu) markers.add(Number(cpu));
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
}

/** @param {Awaited<ReturnType<typeof runPhase>>} phase */
function missedOf({ name, updates, ...figures }) {
  const values = { ...figures, lostUpdates: updates.lost };
  return Object.entries(LIMITS).flatMap(([key, limit]) => {
    const value = values[/** @type {keyof typeof values} */ (key)];
    return typeof value === "number" && value > limit ? [`${name}: ${key} ${value} > ${limit}`] : [];
  });
}

/** @param {{ load: number[], control: object, phases: Awaited<ReturnType<typeof runPhase>>[] }} result */
function print({ load, control: frames, phases }) {
  console.log(`${ROWS} rows at 1 Hz; load ${load.join(" ")}; empty page ${JSON.stringify(frames)}`);
  for (const { name, ...figures } of phases) console.log(`${name.padEnd(32)} ${JSON.stringify(figures)}`);
}
