// @ts-check
import { findChromium } from "../setup/chromium.mjs";
import { findElectron } from "../setup/electron-binary.mjs";
import { ROOT } from "../setup/root.mjs";
import { readPlaywrightReport } from "./playwright-report.mjs";
import { didNotRun, refuseEmpty } from "./report.mjs";
import { withReport } from "./report-file.mjs";
import { tool } from "./tool.mjs";

/**
 * The end-to-end tests over each front of the app: the web host and the stand-in for Electron in the system's Chromium,
 * and Electron itself where its program is. Without a Chromium they are skipped, or fail where it is required.
 */
export async function e2e() {
  if (!findChromium()) return withoutChromium(process.env.ISOSCOPE_REQUIRE ?? "");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"];
  const { text, code } = await withReport("e2e", (file) =>
    tool("@playwright/test", args, { command: "playwright", env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }),
  );
  if (text === "") return didNotRun("e2e", `Playwright ended with exit code ${code} and no report`);
  const report = readPlaywrightReport(JSON.parse(text));
  const skipped = [...report.skipped, ...(findElectron(ROOT) === null ? [WITHOUT_ELECTRON] : [])];
  return refuseEmpty({ name: "e2e", notRun: null, ...report, skipped });
}

/** What the stand-in has run instead is listed in e2e/harness/README.md. */
const WITHOUT_ELECTRON = { name: "electron: all specs", reason: "Electron's program is not on this system" };

/** @param {string} required */
function withoutChromium(required) {
  const reason = "there is no Chromium on this system";
  if (required.split(",").includes("chromium")) return didNotRun("e2e", `${reason}, and it is required`);
  return { name: "e2e", passed: 0, failed: [], skipped: [{ name: "all specs", reason }], notRun: null };
}
