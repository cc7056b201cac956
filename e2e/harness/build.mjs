// @ts-check
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ROOT } from "../../scripts/setup/root.mjs";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const outDir = path.join(ROOT, "dist", "harness");
const common = /** @type {const} */ ({ root: ROOT, configFile: false, logLevel: "warn" });

await build({
  ...common,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    target: "node20",
    outDir,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { input: { electron: here("electron.ts") }, output: { entryFileNames: "[name].mjs" } },
  },
});
await build({
  ...common,
  build: {
    target: "chrome126",
    outDir,
    emptyOutDir: false,
    minify: false,
    lib: {
      entry: here("page/entry.ts"),
      formats: ["iife"],
      name: "standinWorlds",
      fileName: () => "worlds.js",
    },
  },
});
