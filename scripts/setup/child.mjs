// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { exitCode } from "./run.mjs";

/** How soon the end of npm is noticed. */
const LOOK_MS = 500;

/** @typedef {{ env: NodeJS.ProcessEnv, parent: () => number }} Family */

/**
 * Calls back when npm has gone, which its shell does not pass on: a polite kill of npm ends npm and that shell, not us.
 * Started by hand, nobody's end is ours.
 * @param {() => void} callback
 * @param {Family} [family]
 * @returns {() => void} stops looking
 */
export function whenNpmHasGone(callback, family = { env: process.env, parent: () => process.ppid }) {
  if (!family.env.npm_lifecycle_event || process.platform === "win32") return () => {};
  const before = family.parent();
  const timer = setInterval(() => {
    if (family.parent() === before) return;
    clearInterval(timer);
    callback();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

const PASSED_ON = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs the app until it ends. Our signals become its signals; should we be killed outright, the pipe between us breaks
 * and it ends by itself.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, stdin?: "ignore" | "inherit" }} [options]
 *   `onLine` gets the lines of its standard output; without it they are ours.
 * @returns {Promise<number>} the exit code to end with
 */
export function runApp(program, args, { env = process.env, onLine, stdin = "ignore" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: [stdin, onLine ? "pipe" : "inherit", "inherit", "ipc"],
    });
    if (onLine && child.stdout) createInterface({ input: child.stdout }).on("line", onLine);
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const stopLooking = whenNpmHasGone(() => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      stopLooking();
      for (const name of PASSED_ON) process.off(name, passOn);
      resolve(exitCode(code, signal));
    });
  });
}
