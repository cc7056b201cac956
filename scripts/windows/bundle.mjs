// @ts-check

import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ROOT } from "../setup/root.mjs";
import { BUNDLES } from "./places.mjs";

const ADAPTER = fileURLToPath(new URL("./adapter/vitest.mjs", import.meta.url));

/**
 * Bundles one test file for Windows' Node: all of it in one module, with the adapter in Vitest's place. Rejects when
 * it does not build.
 * @param {string} file absolute
 * @param {string} [outDir]
 * @returns {Promise<string>} the bundle
 */
export async function bundleTest(file, outDir = BUNDLES) {
  const { build } = await import("vite");
  const name = path
    .relative(ROOT, file)
    .replaceAll(/\.\.[/\\]/g, "")
    .replaceAll(path.sep, "-")
    .replace(/\.ts$/, "");
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    resolve: { alias: [{ find: /^vitest$/, replacement: ADAPTER }] },
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      target: "node22",
      outDir,
      emptyOutDir: false,
      // In it, so that a stack names the source with --enable-source-maps and no second file lies about.
      sourcemap: "inline",
      minify: false,
      rolldownOptions: {
        input: { [name]: file },
        output: { format: "es", entryFileNames: "[name].mjs", codeSplitting: false },
      },
    },
  });
  return path.join(outDir, `${name}.mjs`);
}

/** By itself: `bundle.mjs [--out FOLDER] FILE...` */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
  for (const file of positionals) console.log(await bundleTest(path.resolve(file), values.out));
}
