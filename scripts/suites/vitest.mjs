// @ts-check
import { fileURLToPath } from "node:url";
import { didNotRun, refuseEmpty } from "./report.mjs";
import { withReport } from "./report-file.mjs";
import { tool } from "./tool.mjs";
import { REPORT_FILE } from "./vitest-reporter.mjs";

const REPORTER = fileURLToPath(new URL("./vitest-reporter.mjs", import.meta.url));

/**
 * Runs one of vitest.config.ts's projects.
 * @param {string} project
 */
export const vitest = (project) => async () => {
  const args = ["run", "--project", project, "--reporter", "default", "--reporter", REPORTER];
  const { text, code } = await withReport(project, (file) =>
    tool("vitest", args, { env: { [REPORT_FILE]: file } }),
  );
  if (text === "") return didNotRun(project, `Vitest ended with exit code ${code} and no report`);
  return refuseEmpty({ name: project, notRun: null, ...JSON.parse(text) });
};
