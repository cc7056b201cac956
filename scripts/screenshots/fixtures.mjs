// @ts-check
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../setup/root.mjs";

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
  const { build } = await import("vite");
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: ENTRIES.map((name) => path.join(ROOT, "e2e", "fixtures", `${name}.ts`)),
        output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
  const load = (/** @type {string} */ name) => import(pathToFileURL(path.join(outDir, `${name}.mjs`)).href);
  const modules = await Promise.all(ENTRIES.map(load));
  return Object.assign({}, ...modules);
}
