// @ts-check
import { execFile } from "node:child_process";

/** Milliseconds; for a program that asks the system something. */
const PATIENCE_MS = 60_000;
/** A process list with command lines is long. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * @typedef {{ readonly code: number | null, readonly stdout: string, readonly stderr: string }} Ran `code` null: it
 *   could not be started, or was ended because its time was up; `stderr` then says so
 * @typedef {(file: string, args: readonly string[], limitMs?: number) => Promise<Ran>} Run
 */

/** Runs a program without a shell, and never rejects. @type {Run} */
export function runProgram(file, args, limitMs = PATIENCE_MS) {
  return new Promise((resolve) => {
    const options = { timeout: limitMs, maxBuffer: MAX_OUTPUT, windowsHide: true };
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
      else
        resolve({
          code: null,
          stdout,
          stderr: error.killed ? `ended after ${limitMs / 1000} s` : error.message,
        });
    });
  });
}

/** The last line of what a program complained about. @param {Ran} ran */
export function complaintOf({ code, stdout, stderr }) {
  const lines = (stderr.trim() === "" ? stdout : stderr).trim().split(/\r?\n/);
  return lines.at(-1) || `exit code ${code}`;
}
