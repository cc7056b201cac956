// @ts-check
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { constants } from "node:os";

/**
 * Runs a program to its end. What it prints goes to our standard error, so that standard output stays for results.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, input?: "ignore" | "inherit", log?: string }} [options]
 *   `limitMs` ends the program and all it started; `log` names a file to which is added what it prints.
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, 127 when there is no such program
 */
export function run(program, args, { cwd, env = process.env, limitMs, input = "ignore", log } = {}) {
  return new Promise((resolve) => {
    const grouped = limitMs !== undefined && process.platform !== "win32";
    const output = log === undefined ? process.stderr : openSync(log, "a");
    const child = spawn(program, args, { cwd, env, stdio: [input, output, output], detached: grouped });
    if (typeof output === "number") closeSync(output);
    const timer = limitMs === undefined ? null : setTimeout(() => endGroup(child, grouped), limitMs);
    child.on("error", () => resolve(127));
    child.on("close", (code, signal) => {
      if (timer) clearTimeout(timer);
      resolve(exitCode(code, signal));
    });
  });
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** @param {import("node:child_process").ChildProcess} child @param {boolean} grouped */
function endGroup(child, grouped) {
  if (child.pid === undefined) return;
  try {
    process.kill(grouped ? -child.pid : child.pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
