// @ts-check
import { bundleSources } from "../setup/bundle-sources.mjs";

/**
 * @typedef {{
 *   scenarios: typeof import("../../e2e/fixtures/scenarios.ts").scenarios,
 *   serveFixture: typeof import("../../e2e/fixtures/serve-fixture.ts").serveFixture,
 *   NOW: typeof import("../../e2e/fixtures/fixture-rows.ts").NOW,
 *   busyHost: typeof import("../../e2e/fixtures/busy-host.ts").busyHost,
 *   withoutEngines: typeof import("../../e2e/fixtures/running-app.ts").withoutEngines,
 *   AppProcess: typeof import("../../e2e/fixtures/app-process.ts").AppProcess,
 * }} Fixtures
 */

const ENTRIES = ["scenarios", "serve-fixture", "fixture-rows", "app-process", "running-app", "busy-host"];

/**
 * The tests' fixtures, bundled into a folder that the caller removes: plain Node runs no TypeScript.
 * @param {string} outDir
 * @returns {Promise<Fixtures>}
 */
export async function bundleFixtures(outDir) {
  const modules = await bundleSources(
    ENTRIES.map((name) => `e2e/fixtures/${name}.ts`),
    outDir,
  );
  return Object.assign({}, ...modules);
}
