// Reads the host's processes by every way Isoscope has, and by `ps`, in interleaved rounds of one run. Only the ratios
// mean something: the machine's load moves all of them together.
import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runnerImport } from "vite";
import { buildAddon } from "../build-addon.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const SLEEPERS = 2000;
const ROUNDS = 11;
const PS = ["-eo", "pid=,ppid=,euid=,lstart=,time=,rss=,nlwp=,comm=,args="];

/**
 * @param {{json?: boolean}} [options] with `json` the result goes to standard output as one line
 * @returns {Promise<{rows: number, rounds: number, ways: Record<string, {ms: number, ratio: number}>}>}
 */
export async function run({ json = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "isoscope-bench-"));
  const crowd = await startCrowd(folder);
  try {
    const { ways, rows } = await waysToRead();
    const times = await measure(ways);
    const result = { rows: await rows(), rounds: ROUNDS, ways: compare(times) };
    if (json) console.log(JSON.stringify(result));
    else print(result);
    return result;
  } finally {
    process.kill(-crowd.pid, "SIGKILL");
    rmSync(folder, { recursive: true });
  }
}

/** Sleeping processes, so that the table has a size worth measuring on an idle machine. */
async function startCrowd(folder) {
  const program = path.join(folder, "crowd");
  execFileSync("gcc", ["-O1", "-o", program, path.join(ROOT, "native/test/fixtures/crowd.c")]);
  const child = spawn(program, [String(SLEEPERS)], { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

const load = async (file) => (await runnerImport(path.join(ROOT, file), { configFile: false })).module;

async function waysToRead() {
  const { path: addonPath } = await buildAddon();
  const { loadAddon } = await load("native/index.ts");
  const { NativeProcessReader } = await load("electron/processes/native-reader.ts");
  const { ProcReader } = await load("electron/processes/linux/proc-reader.ts");
  const addon = loadAddon([addonPath]);
  const native = new NativeProcessReader(addon);
  const plain = new ProcReader();
  const fresh = async (reader) => {
    const delta = await reader.snapshot();
    reader.close();
    return delta;
  };
  const exec = promisify(execFile);
  const ways = {
    "addon, incremental": () => native.snapshot(),
    "addon, first time": () => fresh(new NativeProcessReader(addon)),
    "JavaScript, incremental": () => plain.snapshot(),
    "JavaScript, first time": () => fresh(new ProcReader()),
    "ps and parsing": async () => {
      const { stdout } = await exec("ps", PS, { maxBuffer: 256 * 1024 * 1024 });
      return stdout.split("\n").map((line) => line.trim().split(/\s+/));
    },
  };
  return { ways, rows: async () => (await fresh(new NativeProcessReader(addon))).changed.length };
}

async function measure(ways) {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  // One round more than counted: the first also fills caches and compiles.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, read] of Object.entries(ways)) {
      const begun = performance.now();
      await read();
      if (round > 0) times[name].push(performance.now() - begun);
    }
  }
  return times;
}

function compare(times) {
  const medians = Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[ROUNDS >> 1]]);
  const [, reference] = medians[0];
  return Object.fromEntries(
    medians.map(([name, ms]) => [name, { ms: round(ms), ratio: round(ms / reference) }]),
  );
}

const round = (value) => Math.round(value * 100) / 100;

function print({ rows, ways }) {
  console.log(`${rows} processes, median of ${ROUNDS} interleaved rounds`);
  for (const [name, { ms, ratio }] of Object.entries(ways)) {
    console.log(`${name.padEnd(26)}${ms.toFixed(2).padStart(9)} ms${ratio.toFixed(1).padStart(8)} x`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run({ json: process.argv.includes("--json") });
}
