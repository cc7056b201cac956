// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readOr } from "../setup/stale.mjs";
import { didNotRun, refuseEmpty } from "./report.mjs";
import { tool } from "./tool.mjs";
import { REPORT_FILE } from "./vitest-reporter.mjs";

const REPORTER = fileURLToPath(new URL("./vitest-reporter.mjs", import.meta.url));

/**
 * Runs one of vitest.config.ts's projects.
 * @param {string} project
 */
export const vitest = (project) => async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "isoscope-test-"));
  const file = path.join(folder, "report.json");
  try {
    const args = ["run", "--project", project, "--reporter", "default", "--reporter", REPORTER];
    const code = await tool("vitest", args, { env: { [REPORT_FILE]: file } });
    const text = readOr(file, "");
    if (text === "") return didNotRun(project, `Vitest ended with exit code ${code} and no report`);
    return refuseEmpty({ name: project, notRun: null, ...JSON.parse(text) });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
