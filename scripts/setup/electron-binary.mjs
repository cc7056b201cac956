// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { readOr } from "./stale.mjs";

/** How long a download may hold up a start; a slower one fails, once. */
const LIMIT_MS = 20_000;

/**
 * Electron's binary where it has been downloaded already, else null.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findElectron(root, env = process.env) {
  const folder = path.join(root, "node_modules", "electron");
  const name = readOr(path.join(folder, "path.txt"), "");
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, "dist");
  const file = path.join(dist, name || "electron");
  return existsSync(file) ? file : null;
}

/**
 * Electron's binary, downloaded if need be. A download that fails, or takes more than 20 s, is remembered for this
 * version and not tried again unless `insist`.
 * @param {{ root: string, memory: string, insist: boolean, install?: () => Promise<number> }} options
 * @returns {Promise<string | null>}
 */
export async function ensureElectron({ root, memory, insist, install = () => download(root) }) {
  const there = findElectron(root);
  if (there) return there;
  const version = electronVersion(root);
  const memo = path.join(memory, "electron-failed");
  if (!insist && readOr(memo, "") === version) return null;
  say(`downloading Electron ${version}, because its program is not there yet (at most ${LIMIT_MS / 1000} s)`);
  const code = await install();
  const file = code === 0 ? findElectron(root) : null;
  if (file) return file;
  say("Electron could not be downloaded; this is remembered, and --electron tries again");
  mkdirSync(memory, { recursive: true });
  writeFileSync(memo, version);
  return null;
}

/** @param {string} root */
function electronVersion(root) {
  return JSON.parse(readFileSync(path.join(root, "node_modules", "electron", "package.json"), "utf8"))
    .version;
}

/** @param {string} root */
function download(root) {
  return run(process.execPath, [path.join(root, "node_modules", "electron", "install.js")], {
    limitMs: LIMIT_MS,
  });
}
