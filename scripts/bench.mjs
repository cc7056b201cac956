// @ts-check
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./setup/root.mjs";
import { runMain, Stop } from "./setup/say.mjs";
import { buildStale } from "./setup/targets.mjs";

const FOLDER = path.join(ROOT, "scripts", "bench");

// `npm run bench -- NAME [--json]` runs scripts/bench/NAME.mjs, which exports `run({ json })`.
await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => path.basename(file, ".mjs"));
  const [name] = positionals;
  if (name === undefined || !names.includes(name)) throw new Stop(`name a benchmark: ${names.join(", ")}`, 2);
  await buildStale();
  const { run } = await import(`./bench/${name}.mjs`);
  await run({ json: values.json });
});
