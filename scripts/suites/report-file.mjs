// @ts-check
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { MEMORY } from "../setup/root.mjs";
import { readOr } from "../setup/stale.mjs";

/**
 * Lets a test runner write its report into a file, and reads it. The file stands in the checkout, not among temporary
 * files: what an interrupted run leaves is taken away by the next.
 * @param {string} suite
 * @param {(file: string) => Promise<number>} run resolves with the runner's exit code
 * @returns {Promise<{ text: string, code: number }>} `text` is empty where there is no report
 */
export async function withReport(suite, run) {
  const file = path.join(MEMORY, "reports", `${suite}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const code = await run(file);
  const text = readOr(file, "");
  rmSync(file, { force: true });
  return { text, code };
}
