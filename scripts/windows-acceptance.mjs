// @ts-check
// What only a real Windows can prove; docs/windows-acceptance.md says what each line does. Needs Node and nothing else.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gatherFacts } from "./acceptance/facts.mjs";
import { LINES } from "./acceptance/lines.mjs";
import { readOptions, USAGE } from "./acceptance/options.mjs";
import { runProgram } from "./acceptance/runner.mjs";
import { runMain, Stop, say } from "./setup/say.mjs";

const HERE = fileURLToPath(import.meta.url);
const NATIVE_BUILD = path.join(path.dirname(HERE), "..", "native", "build");

await runMain(async () => {
  const options = readOptions(process.argv.slice(2), NATIVE_BUILD);
  if (options.help) return console.log(USAGE);
  if (process.platform !== "win32") throw new Stop("this is for a Windows host; nothing was checked", 2);
  const load = createRequire(import.meta.url);
  const own = { pid: process.pid, script: path.basename(HERE) };
  const facts = await gatherFacts({ run: runProgram, load, pause, say }, { ...options, own });
  const results = LINES.map(({ id, judge }) => ({ id, ...judge(facts) }));
  for (const { id, status, reason } of results) console.log(`${status}  ${id.padEnd(16)}${reason}`);
  // Other processes than the containers' own are nobody's business.
  const { table, ...rest } = facts;
  writeFileSync(options.out, `${JSON.stringify({ results, facts: rest }, null, 2)}\n`);
  say(`everything found out is in ${options.out}`);
  if (results.some(({ status }) => status === "fail")) process.exitCode = 1;
});
