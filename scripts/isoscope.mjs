// @ts-check
import path from "node:path";
import { runApp } from "./setup/child.mjs";
import { needsEngines, targetsOf } from "./setup/cli-needs.mjs";
import { ENGINE_NEEDS } from "./setup/needs.mjs";
import { ensurePackages } from "./setup/packages.mjs";
import { MEMORY, ROOT } from "./setup/root.mjs";
import { runMain } from "./setup/say.mjs";
import { ensureSystemPackages } from "./setup/system-packages.mjs";
import { buildStale } from "./setup/targets.mjs";

// The command line from the checkout: sets up what is missing, then runs the verb. Only the verb writes to stdout.
// Our own option is --no-system, as for `npm start`; a call that speaks to no engine installs and compiles nothing either.
await runMain(async () => {
  const given = process.argv.slice(2);
  const args = given.filter((arg) => arg !== "--no-system");
  const engines = needsEngines(args);
  await ensurePackages(ROOT);
  if (engines)
    await ensureSystemPackages(ENGINE_NEEDS, { allowed: args.length === given.length, memory: MEMORY });
  await buildStale(targetsOf(args));
  const cli = path.join(ROOT, "dist", "electron", "cli.mjs");
  process.exitCode = await runApp(process.execPath, [cli, ...args], { stdin: "inherit" });
});
