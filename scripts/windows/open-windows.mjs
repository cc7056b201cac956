// @ts-check
import { readFileSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { readOr } from "../setup/stale.mjs";
import { installStandin } from "./install.mjs";
import { ADDON, toWindows } from "./places.mjs";
import { openSession } from "./session.mjs";

/**
 * @typedef {object} Program a Windows program that runs
 * @property {string} line the first line of its standard output
 * @property {() => string} output all it has written to both outputs
 * @property {() => Promise<void>} kill ends it alone, as a crash would
 */

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env]
 * @property {number} [limitMs] how long to wait for the first line; 60 s when left out
 */

/**
 * @typedef {object} Windows a Windows of its own, with the stand-in
 * @property {string} control Linux path of the stand-in's control file
 * @property {(name: string, args: readonly string[], options?: RunOptions) => Promise<Program>} run starts Windows' Node
 *   with these arguments (paths as Windows names them, see `toWindows`) and resolves once it has printed a line; rejects
 *   with what it said when it ends before, or says nothing in time. `name` is for the files of its outputs
 * @property {() => Promise<void>} stop ends all that runs in it, and removes it
 */

/**
 * Opens a Windows. The addon and the stand-in must have been built (`builds.mjs`).
 * @param {object} [control] what the stand-in's control file says at the start
 * @returns {Promise<Windows>}
 */
export async function openWindows(control) {
  const session = await openSession();
  const own = (/** @type {string} */ name) => path.join(session.folder, name);
  const controlFile = own("control.json");
  /** @type {Set<import("./session.mjs").Started>} */
  const programs = new Set();
  try {
    installStandin(session.prefix, "current");
    if (control) writeFileSync(controlFile, JSON.stringify(control));
  } catch (thrown) {
    session.close();
    throw thrown;
  }
  const always = { ISOSCOPE_TEST_ADDON: toWindows(ADDON), HCS_STANDIN_CONTROL: toWindows(controlFile) };
  return {
    control: controlFile,
    run: async (name, args, { env = {}, limitMs = 60_000 } = {}) => {
      const [stdout, stderr] = [own(`${name}.out`), own(`${name}.err`)];
      const started = session.start(args, { stdout, stderr, env: { ...always, ...env } });
      programs.add(started);
      const output = () => `${readOr(stdout, "")}${readOr(stderr, "")}`;
      const line = await firstLine(stdout, started.ended, limitMs).catch((thrown) => {
        throw new Error(`${thrown.message}\n${output()}`);
      });
      const kill = async () => {
        started.kill();
        await started.ended;
      };
      return { line, output, kill };
    },
    stop: async () => {
      for (const { end } of programs) end();
      await Promise.all([...programs].map(({ ended }) => ended));
      session.close();
    },
  };
}

/**
 * Waits for the file to have a whole line.
 * @param {string} file
 * @param {Promise<import("./session.mjs").Ended>} ended
 * @param {number} limitMs
 * @returns {Promise<string>}
 */
function firstLine(file, ended, limitMs) {
  return new Promise((resolve, reject) => {
    const finish = (/** @type {() => void} */ how) => {
      clearTimeout(timer);
      watcher.close();
      how();
    };
    const look = () => {
      const [line, ...rest] = readFileSync(file, "utf8").split("\n");
      if (line !== undefined && rest.length > 0) finish(() => resolve(line.trimEnd()));
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`no line within ${limitMs} ms`))), limitMs);
    const watcher = watch(file, look);
    ended.then(
      ({ code }) => finish(() => reject(new Error(`it ended with exit code ${code}`))),
      (thrown) => finish(() => reject(thrown)),
    );
    // It may have been quicker than the watcher.
    look();
  });
}
