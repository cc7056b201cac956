// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { exitCode } from "./run.mjs";

const PASSED_ON = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs the app until it ends. Our signals become its signals; should we be killed outright, the pipe between us breaks
 * and it ends by itself.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 *   `onLine` gets the lines of its standard output; without it they are ours.
 * @returns {Promise<number>} the exit code to end with
 */
export function runApp(program, args, { env = process.env, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit", "ipc"],
    });
    if (onLine && child.stdout) createInterface({ input: child.stdout }).on("line", onLine);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of PASSED_ON) process.off(name, passOn);
      resolve(exitCode(code, signal));
    });
  });
}
