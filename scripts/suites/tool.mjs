// @ts-check
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../setup/root.mjs";
import { exitCode } from "../setup/run.mjs";

/**
 * Runs the command of an installed package in the checkout, its output on ours. Started by Node itself: no shell, no npx.
 * @param {string} name the package
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, command?: string }} [options] `command` where it is not the package's name
 * @returns {Promise<number>} exit code
 */
export function tool(name, args, { env = {}, command = path.basename(name) } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandFile(name, command), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** @param {string} name @param {string} command */
function commandFile(name, command) {
  const folder = path.join(ROOT, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}
