// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { firstLoadFiles } from "./setup/first-load.mjs";
import { ROOT } from "./setup/root.mjs";
import { runMain, Stop } from "./setup/say.mjs";
import { buildStale } from "./setup/targets.mjs";

/** What the first page may weigh, gzipped. */
const BUDGET_KIB = 200;

await runMain(async () => {
  await buildStale(["renderer"]);
  const folder = path.join(ROOT, "dist", "renderer");
  const files = firstLoadFiles(readFileSync(path.join(folder, "index.html"), "utf8"));
  if (files.length === 0) throw new Stop("the page loads nothing: is it built?");
  const sizes = files.map((file) => ({
    file,
    kib: gzipSync(readFileSync(path.join(folder, file))).length / 1024,
  }));
  const total = sizes.reduce((sum, { kib }) => sum + kib, 0);
  for (const { file, kib } of sizes) console.log(`${kib.toFixed(1).padStart(7)} KiB gz  ${file}`);
  console.log(`${total.toFixed(1).padStart(7)} KiB gz  first load, of ${BUDGET_KIB}`);
  if (total > BUDGET_KIB)
    throw new Stop(`the first load is ${(total - BUDGET_KIB).toFixed(1)} KiB over its budget`);
});
