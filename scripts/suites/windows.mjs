// @ts-check

import { ROOT } from "../setup/root.mjs";
import { run } from "../setup/run.mjs";
import { findWine } from "../windows/wine.mjs";
import { didNotRun, refuseEmpty } from "./report.mjs";
import { withReport } from "./report-file.mjs";

/** The Windows tests, in Windows' Node under Wine; without Wine they are skipped, or fail where it is required. */
export async function windows() {
  if (findWine() === null) return withoutWine(process.env.ISOSCOPE_REQUIRE ?? "");
  const { text, code } = await withReport("windows", (file) =>
    run(process.execPath, ["scripts/windows/test.mjs"], {
      cwd: ROOT,
      env: { ...process.env, ISOSCOPE_WINDOWS_REPORT: file },
    }),
  );
  if (text === "") return didNotRun("windows", `it ended with exit code ${code} and no report`);
  return refuseEmpty({ name: "windows", notRun: null, ...JSON.parse(text) });
}

/** @param {string} required */
export function withoutWine(required) {
  const reason = "there is no Wine on this system";
  if (required.split(",").includes("windows")) return didNotRun("windows", `${reason}, and it is required`);
  return { name: "windows", passed: 0, failed: [], skipped: [{ name: "all tests", reason }], notRun: null };
}
