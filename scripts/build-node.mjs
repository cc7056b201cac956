// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./setup/root.mjs";

const ENTRIES = ["main", "serve", "cli"];

/** @typedef {import("vite").InlineConfig} InlineConfig */

/**
 * Bundles the Node side. Every dependency goes into the bundle, so that a package needs no node_modules; Node's own
 * modules and Electron stay outside. Rejects when a source does not build.
 * @param {{ outDir?: string }} [options]
 */
export async function buildNode({ outDir = path.join(ROOT, "dist", "electron") } = {}) {
  const { build } = await import("vite");
  const entries = ENTRIES.map((name) => path.join(ROOT, "electron", `${name}.ts`)).filter(existsSync);
  await build(config(outDir, entries, { format: "es", extension: "mjs", empty: true }));
  await buildPreload({ outDir });
}

/**
 * Bundles the preload script. A sandboxed one must be CommonJS, and with `"type": "module"` in package.json only the
 * extension .cjs makes it that.
 * @param {{ outDir: string }} options
 */
export async function buildPreload({ outDir }) {
  const { build } = await import("vite");
  const entry = path.join(ROOT, "electron", "preload.ts");
  await build(config(outDir, [entry], { format: "cjs", extension: "cjs", empty: false }));
}

/**
 * @param {string} outDir
 * @param {string[]} input
 * @param {{ format: "es" | "cjs", extension: string, empty: boolean }} how
 * @returns {InlineConfig}
 */
function config(outDir, input, { format, extension, empty }) {
  return {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    // What is installed beside an app must not change what is in it.
    ssr: { noExternal: true, external: ["electron"], target: "node" },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: empty,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input,
        // Beside the entries, not below them: paths relative to a module's own URL then hold wherever it ends up.
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildNode();
