// @ts-check
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { exitCode } from "../setup/run.mjs";
import { Stop } from "../setup/say.mjs";
import { withLock } from "./lock.mjs";
import { LOCK } from "./places.mjs";
import { endPrograms, openPrefix } from "./prefix.mjs";
import { ensureWindowsNode } from "./windows-node.mjs";
import { findWine } from "./wine.mjs";

const ENDS = /** @type {const} */ ([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
]);

/**
 * @typedef {object} Ended
 * @property {number} code as the program ended; 8 bits of it
 * @property {boolean} late it was ended because its time was up
 */

/**
 * @typedef {object} Started
 * @property {Promise<Ended>} ended
 * @property {() => void} kill ends it alone, as a crash would
 * @property {() => void} end ends it and everything else in the prefix
 */

/**
 * @typedef {object} Session Windows' Node in a prefix of its own
 * @property {import("./prefix.mjs").Prefix} prefix
 * @property {string} folder Linux path of an empty folder that goes with the session
 * @property {(args: readonly string[], options: StartOptions) => Started} start
 * @property {() => void} close ends all that runs in it, and removes it; may be called twice
 */

/**
 * @typedef {object} StartOptions
 * @property {string} stdout file; a pipe will not do, see below
 * @property {string} stderr file
 * @property {Record<string, string>} [env]
 * @property {number} [limitMs] ends it and all it started after so many milliseconds
 */

/**
 * Opens a session; it is closed by {@link Session.close}, or when a signal ends us. Rejects with a `Stop` where there
 * is no Wine.
 * @returns {Promise<Session>}
 */
export async function openSession() {
  const wine = findWine();
  if (wine === null) throw new Stop("there is no 64-bit Wine on this system");
  const node = await withLock(LOCK, ensureWindowsNode);
  const prefix = await openPrefix(wine);
  const forget = onEnd(() => prefix.close());
  const folder = path.join(path.dirname(prefix.path), "files");
  mkdirSync(folder);
  return {
    prefix,
    folder,
    start: (args, options) => start({ wine, prefix, node, args, ...options }),
    close: () => {
      forget();
      prefix.close();
    },
  };
}

/**
 * Cleans when the process ends, however that comes about short of a kill.
 * @param {() => void} clean
 * @returns {() => void} forgets it
 */
function onEnd(clean) {
  process.on("exit", clean);
  const signals = ENDS.map(([signal, code]) => {
    const end = () => process.exit(code);
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    process.off("exit", clean);
    for (const stop of signals) stop();
  };
}

/**
 * Output goes to files: Node cannot start on a Linux pipe, which Wine calls a pipe but cannot treat as one of its own.
 * @param {StartOptions & { wine: import("./wine.mjs").Wine, prefix: import("./prefix.mjs").Prefix, node: string,
 *   args: readonly string[] }} what
 * @returns {Started}
 */
function start({ wine, prefix, node, args, stdout, stderr, env = {}, limitMs }) {
  const files = [openSync(stdout, "w"), openSync(stderr, "w")];
  const child = spawn(wine.loader, [node, ...args], {
    env: { ...prefix.env, ...env },
    stdio: ["ignore", ...files],
  });
  for (const file of files) closeSync(file);
  // A Windows process is nobody's child on Linux; the prefix's server knows them all.
  const end = () => endPrograms(wine, prefix.path);
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    let late = false;
    const whenLate = () => {
      late = true;
      end();
      child.kill("SIGKILL");
    };
    const timer = limitMs === undefined ? null : setTimeout(whenLate, limitMs);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (timer) clearTimeout(timer);
      resolve({ code: exitCode(code, signal), late });
    });
  });
  return { ended, end, kill: () => void child.kill("SIGKILL") };
}
