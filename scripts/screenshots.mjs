// @ts-check
import { mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openBrowserFor } from "./screenshots/browser.mjs";
import { takeFixtureShots } from "./screenshots/fixture-shots.mjs";
import { bundleFixtures } from "./screenshots/fixtures.mjs";
import { takeRealShots } from "./screenshots/real-shots.mjs";
import { takeWindowsShots } from "./screenshots/windows-shots.mjs";
import { MEMORY, ROOT } from "./setup/root.mjs";
import { runMain } from "./setup/say.mjs";
import { buildStale } from "./setup/targets.mjs";

const COMMITTED = path.join(ROOT, "docs", "screenshots");
/** Real pictures show this host's own processes, so they are never written where git would take them. */
const REAL = path.join(ROOT, "test-results", "screenshots");

// `npm run screenshots [-- --only NAME,NAME] [--real] [--windows]`: every state of the fixture host, the real app's scene,
// or the scene of Windows under Wine.
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      real: { type: "boolean", default: false },
      windows: { type: "boolean", default: false },
    },
  });
  await buildStale(values.real ? undefined : ["node", "renderer"]);
  const bundle = path.join(MEMORY, "screenshots");
  const fixtures = await bundleFixtures(bundle);
  const browser = await openBrowserFor();
  const folder = values.real ? REAL : COMMITTED;
  mkdirSync(folder, { recursive: true });
  let total = 0;
  const written = (/** @type {string} */ file) => {
    const { size } = statSync(file);
    total += size;
    console.log(`${(size / 1024).toFixed(0).padStart(5)} KiB  ${path.relative(ROOT, file)}`);
  };
  try {
    if (values.real) await takeRealShots(browser, fixtures, folder, written);
    else if (values.windows) await takeWindowsShots(browser, folder, written);
    else
      await takeFixtureShots(browser, fixtures, { folder, only: values.only?.split(",") ?? null, written });
  } finally {
    await browser.close();
    rmSync(bundle, { recursive: true, force: true });
  }
  console.log(`${(total / 1024).toFixed(0).padStart(5)} KiB in all`);
});
