// @ts-check
import { findChromium } from "../setup/chromium.mjs";
import { readPlaywrightReport } from "./playwright-report.mjs";
import { didNotRun, refuseEmpty } from "./report.mjs";
import { withReport } from "./report-file.mjs";
import { tool } from "./tool.mjs";

/** The end-to-end tests in the system's Chromium; without one they are skipped, or fail where it is required. */
export async function e2e() {
  if (!findChromium()) return withoutChromium(process.env.ISOSCOPE_REQUIRE ?? "");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"];
  const { text, code } = await withReport("e2e", (file) =>
    tool("@playwright/test", args, { command: "playwright", env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
  );
  if (text === "") return didNotRun("e2e", `Playwright ended with exit code ${code} and no report`);
  return refuseEmpty({ name: "e2e", notRun: null, ...readPlaywrightReport(JSON.parse(text)) });
}

/** @param {string} required */
function withoutChromium(required) {
  const reason = "there is no Chromium on this system";
  if (required.split(",").includes("chromium")) return didNotRun("e2e", `${reason}, and it is required`);
  return { name: "e2e", passed: 0, failed: 0, skipped: [{ name: "all specs", reason }], notRun: null };
}
