// @ts-check
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../setup/root.mjs";
import { runMain, Stop, say } from "../setup/say.mjs";
import { buildForTests } from "./builds.mjs";
import { bundleTest } from "./bundle.mjs";
import { readDirectives } from "./directives.mjs";
import { installStandin } from "./install.mjs";
import { openNeeds } from "./needs.mjs";
import { runTestFile } from "./run-file.mjs";
import { openSession } from "./session.mjs";

/** The environment variable that names the file for counts, which `scripts/suites/windows.mjs` reads. */
const REPORT_FILE = "ISOSCOPE_WINDOWS_REPORT";

const WORKERS = 2;

const USAGE = `Usage: node scripts/windows/test.mjs [part of a path ...]

Runs the *.win.test.ts files whose path has one of the parts, all without any, in Windows' Node under Wine.`;

await runMain(async () => {
  const filters = process.argv.slice(2);
  if (filters.includes("--help")) return console.log(USAGE);
  const files = findTests(filters);
  if (files.length === 0) throw new Stop(`no *.win.test.ts has ${filters.join(" or ")} in its path`, 2);
  await buildForTests();
  const needs = openNeeds();
  try {
    conclude(await runAll(files, needs));
  } finally {
    await needs.close();
  }
});

/**
 * Runs the files in as many Windows as there are workers. In one of them they run one after another: they look at its
 * process list.
 * @param {readonly string[]} files
 * @param {import("./needs.mjs").Needs} needs
 */
async function runAll(files, needs) {
  const queue = [...files];
  const worker = async () => {
    const session = await openSession();
    const done = [];
    try {
      for (let file = queue.shift(); file; file = queue.shift())
        done.push(await runOne(file, session, needs));
    } finally {
      session.close();
    }
    return done;
  };
  return (await Promise.all(Array.from({ length: Math.min(WORKERS, files.length) }, worker))).flat();
}

/** @param {readonly string[]} filters */
function findTests(filters) {
  return ["electron", "native", "scripts"]
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => file.endsWith(".win.test.ts"))
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
    .sort();
}

/** @param {string} file @param {import("./session.mjs").Session} session @param {import("./needs.mjs").Needs} needs */
async function runOne(file, session, needs) {
  const begun = performance.now();
  const results = await attempt(file, session, needs).catch(notRun);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { passed, failed, skipped, output } = results;
  say(`${file}: ${passed} passed, ${failed.length} failed, ${skipped.length} skipped (${seconds} s)`);
  if (output !== "") process.stderr.write(output.endsWith("\n") ? output : `${output}\n`);
  for (const { name, detail } of failed) console.error(`FAILED ${file}: ${name}\n${detail}\n`);
  for (const { name, reason } of skipped) console.error(`skipped ${file}: ${name}: ${reason}`);
  return results;
}

/** @param {string} file @param {import("./session.mjs").Session} session @param {import("./needs.mjs").Needs} needs */
async function attempt(file, session, needs) {
  const full = path.join(ROOT, file);
  const directives = readDirectives(readFileSync(full, "utf8"));
  installStandin(session.prefix, directives.computecore);
  const env = await needs.envFor(directives);
  return runTestFile(session, await bundleTest(full), directives, env);
}

/** A file that cannot even be bundled has failed, and the others go on. @param {unknown} thrown */
function notRun(thrown) {
  const failed = [{ name: "the file itself", detail: String(thrown) }];
  return { passed: 0, failed, skipped: [], output: "" };
}

/** @param {readonly Awaited<ReturnType<typeof runOne>>[]} all */
function conclude(all) {
  const report = {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.flatMap(({ failed }) => failed.map(({ name, detail }) => ({ name, reason: detail }))),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
  const file = process.env[REPORT_FILE];
  if (file) writeFileSync(file, JSON.stringify(report));
  else
    console.log(`${report.passed} passed, ${report.failed.length} failed, ${report.skipped.length} skipped`);
  if (report.failed.length > 0) process.exitCode = 1;
}
