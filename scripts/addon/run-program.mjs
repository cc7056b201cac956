import { spawn } from "node:child_process";
import { NATIVE } from "./folders.mjs";

/**
 * Runs to the end in the folder of the native sources; a program that is not there has status null.
 * @returns {Promise<{status: number | null, output: string}>} Both outputs together.
 */
export function runProgram(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: NATIVE, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const gather = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.on("error", () => resolve({ status: null, output }));
    child.on("close", (status) => resolve({ status, output }));
  });
}
