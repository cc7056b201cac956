// @ts-check
import { spawn } from "node:child_process";
import { packageCommand } from "../setup/package-command.mjs";
import { ROOT } from "../setup/root.mjs";
import { exitCode } from "../setup/run.mjs";

/**
 * Runs the command of an installed package in the checkout, its output on ours.
 * @param {string} name the package
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, command?: string }} [options] `command` where it is not the package's name
 * @returns {Promise<number>} exit code
 */
export function tool(name, args, { env = {}, command } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [packageCommand(name, command), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(exitCode(code, signal)));
  });
}
