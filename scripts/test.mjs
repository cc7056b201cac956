// @ts-check
import path from "node:path";
import { parseArgs } from "node:util";
import { ENGINE_NEEDS, TEST_NEEDS, WINDOWS_TEST_NEEDS } from "./setup/needs.mjs";
import { ensurePackages } from "./setup/packages.mjs";
import { MEMORY, ROOT } from "./setup/root.mjs";
import { runMain, Stop, say } from "./setup/say.mjs";
import { ensureSystemPackages } from "./setup/system-packages.mjs";
import { buildStale } from "./setup/targets.mjs";
import { summarise } from "./suites/report.mjs";
import { pickSuites } from "./suites/suites.mjs";

const USAGE = `Usage: npm test -- [--only types,lint,unit,renderer,native,windows,engines,e2e] [--no-system]

Sets up what is missing, then runs every suite. ISOSCOPE_REQUIRE=docker,microvm,windows,chromium makes a missing one a failure.`;

const NEEDS = {
  none: [],
  engines: ENGINE_NEEDS,
  // Docker's own conformance suite runs there too, against a daemon of Linux.
  windows: [...ENGINE_NEEDS, ...WINDOWS_TEST_NEEDS],
  all: [...ENGINE_NEEDS, ...TEST_NEEDS],
};

await runMain(async () => {
  const { only, system, help } = readOptions();
  if (help) return console.log(USAGE);
  const suites = pickSuites(only);
  await ensurePackages(ROOT);
  const needs = new Set(suites.flatMap((suite) => NEEDS[suite.system]));
  await ensureSystemPackages([...needs], { allowed: system, memory: MEMORY });
  await buildStale(suites.flatMap((suite) => suite.builds));
  // One for all suites: a kernel is fetched and unpacked once, and kept for the next run.
  process.env.ISOSCOPE_CACHE ??= path.join(MEMORY, "cache");
  const reports = [];
  for (const suite of suites) {
    say(`running ${suite.name}`);
    const begun = performance.now();
    reports.push(await suite.run());
    say(`${suite.name} took ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  const { lines, exitCode } = summarise(reports);
  console.log(`\n${lines.join("\n")}`);
  process.exitCode = exitCode;
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        "no-system": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return { only: values.only, system: !values["no-system"], help: values.help };
  } catch (thrown) {
    throw new Stop(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${USAGE}`, 2);
  }
}
