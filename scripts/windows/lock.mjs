// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const LOOK_MS = 200;

/** Whether this process is there. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `work` while no other process does so under the same name; the lock of one that has died is taken over.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
export async function withLock(folder, work) {
  while (!take(folder)) await pause(LOOK_MS);
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function take(folder) {
  const owner = path.join(folder, "pid");
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    if (isAbandoned(owner)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

/** One that has only just been made names nobody yet. @param {string} owner */
function isAbandoned(owner) {
  try {
    return !isAlive(Number(readFileSync(owner, "utf8")));
  } catch {
    return false;
  }
}
