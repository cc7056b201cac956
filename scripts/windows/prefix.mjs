// @ts-check
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { run } from "../setup/run.mjs";
import { Stop, say } from "../setup/say.mjs";
import { isAlive, withLock } from "./lock.mjs";
import { KEPT, LOCK } from "./places.mjs";
import { wineEnv } from "./wine.mjs";

const TEMPLATE = path.join(KEPT, "prefix");
const RUNS = path.join(KEPT, "runs");
/** Milliseconds; it takes three to eleven seconds. */
const MAKE_LIMIT_MS = 120_000;
const REGISTRY = ["system.reg", "user.reg", "userdef.reg"];

/**
 * @typedef {object} Prefix a Wine prefix of one run
 * @property {string} path
 * @property {NodeJS.ProcessEnv} env what its programs get
 * @property {string} system32 where the stand-in goes
 * @property {() => void} close ends all that runs in it, and removes it; may be called twice
 */

/**
 * A prefix that nothing has run in. Its files are hard links to the kept ones but for the registry, so that making it
 * takes neither time nor space; Wine replaces files whole and never writes into its own. One process at a time makes
 * what is copied.
 * @param {import("./wine.mjs").Wine} wine
 * @returns {Promise<Prefix>}
 */
export async function openPrefix(wine) {
  mkdirSync(RUNS, { recursive: true });
  await withLock(LOCK, async () => {
    removeAbandoned(wine);
    await makeTemplate(wine);
  });
  const folder = mkdtempSync(path.join(RUNS, `${process.pid}-`));
  const prefix = path.join(folder, "p");
  const copied = spawnSync("cp", ["-al", TEMPLATE, prefix], { stdio: "inherit" });
  if (copied.status !== 0) throw new Stop("the Wine prefix could not be copied");
  for (const name of REGISTRY) {
    rmSync(path.join(prefix, name), { force: true });
    cpSync(path.join(TEMPLATE, name), path.join(prefix, name), { preserveTimestamps: true });
  }
  const system32 = path.join(prefix, "drive_c", "windows", "system32");
  return { path: prefix, env: wineEnv(prefix), system32, close: () => remove(wine, folder) };
}

/** @param {import("./wine.mjs").Wine} wine @param {string} folder */
function remove(wine, folder) {
  endPrograms(wine, path.join(folder, "p"));
  // A program that was just killed may still be giving up its files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Ends all that runs in this prefix, and in no other. @param {import("./wine.mjs").Wine} wine @param {string} prefix */
export function endPrograms(wine, prefix) {
  if (!existsSync(prefix)) return;
  spawnSync(wine.server, ["-k"], { env: wineEnv(prefix), stdio: "ignore", timeout: 20_000 });
}

/** What runs left that were killed outright. @param {import("./wine.mjs").Wine} wine */
function removeAbandoned(wine) {
  for (const name of readdirSync(RUNS)) {
    if (!isAlive(Number.parseInt(name, 10))) remove(wine, path.join(RUNS, name));
  }
}

/** Made aside and renamed into place: what was broken off is not taken for one. @param {import("./wine.mjs").Wine} wine */
async function makeTemplate(wine) {
  if (existsSync(TEMPLATE)) return;
  say("making a Wine prefix, which is kept for the next run");
  const folder = mkdtempSync(path.join(RUNS, `${process.pid}-`));
  const prefix = path.join(folder, "p");
  const how = { env: wineEnv(prefix), limitMs: MAKE_LIMIT_MS, log: path.join(folder, "log") };
  try {
    const codes = [
      await run(wine.loader, ["wineboot", "-i"], how),
      await run(wine.loader, ["winecfg", "-v", "win10"], how),
      // The registry is on disk only once the server has gone.
      await run(wine.server, ["-w"], how),
    ];
    if (!existsSync(path.join(prefix, "system.reg"))) {
      throw new Stop(`Wine made no prefix: wineboot, winecfg and wineserver ended with ${codes.join(", ")}`);
    }
    renameSync(prefix, TEMPLATE);
  } finally {
    remove(wine, folder);
  }
}
