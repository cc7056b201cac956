// @ts-check
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./root.mjs";

/**
 * Sources as modules: plain Node runs no TypeScript. They are bundled into a folder that the caller removes.
 * @param {readonly string[]} sources files below the project's root, each with another name
 * @param {string} outDir
 * @returns {Promise<readonly any[]>} what they export, in that order
 */
export async function bundleSources(sources, outDir) {
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
        input: sources.map((source) => path.join(ROOT, source)),
        output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
  const load = (/** @type {string} */ source) =>
    import(pathToFileURL(path.join(outDir, `${path.basename(source, ".ts")}.mjs`)).href);
  return Promise.all(sources.map(load));
}
