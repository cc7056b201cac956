// @ts-check
import { readFileSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { readOr } from "../setup/stale.mjs";
import { installStandin } from "./install.mjs";
import { ADDON, toWindows } from "./places.mjs";
import { openSession } from "./session.mjs";

/**
 * @typedef {object} UnderWine a Windows program that runs
 * @property {string} line the first line of its standard output
 * @property {string} control Linux path of the stand-in's control file
 * @property {() => string} output all it has written to both outputs
 * @property {() => Promise<void>} stop ends it and everything it started, and removes its Windows
 */

/**
 * @typedef {object} StartOptions
 * @property {Record<string, string>} [env]
 * @property {object} [control] what the stand-in's control file says at the start
 * @property {import("./install.mjs").Surface} [computecore]
 * @property {number} [limitMs] how long to wait for the first line; 60 s when left out
 */

/**
 * Starts Windows' Node with these arguments (paths as Windows names them, see `toWindows`) in a Windows of its own, with
 * the stand-in, and resolves once it has printed a line. Rejects with what it said when it ends before, or says nothing
 * in time. The addon and the stand-in must have been built (`builds.mjs`).
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Promise<UnderWine>}
 */
export async function startUnderWine(
  args,
  { env = {}, control, computecore = "current", limitMs = 60_000 } = {},
) {
  const session = await openSession();
  try {
    installStandin(session.prefix, computecore);
    const own = (/** @type {string} */ name) => path.join(session.folder, name);
    const [stdout, stderr, controlFile] = [own("out"), own("err"), own("control.json")];
    if (control) writeFileSync(controlFile, JSON.stringify(control));
    const started = session.start(args, {
      stdout,
      stderr,
      env: { ISOSCOPE_TEST_ADDON: toWindows(ADDON), HCS_STANDIN_CONTROL: toWindows(controlFile), ...env },
    });
    const output = () => `${readOr(stdout, "")}${readOr(stderr, "")}`;
    const line = await firstLine(stdout, started.ended, limitMs).catch((thrown) => {
      throw new Error(`${thrown.message}\n${output()}`);
    });
    const stop = async () => {
      started.end();
      await started.ended;
      session.close();
    };
    return { line, control: controlFile, output, stop };
  } catch (thrown) {
    session.close();
    throw thrown;
  }
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
