import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "../scripts/setup/chromium.mjs";

const executablePath = findChromium();

/**
 * The system's own Chromium, one test at a time: they share real engines. No retries, since a test that passes the
 * second time has found something. A micro-VM without KVM takes long to boot, hence the long limits.
 */
export default defineConfig({
  testDir: "./specs",
  outputDir: "../test-results",
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.ISOSCOPE_REQUIRE),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: chromiumArguments(process.getuid?.() === 0),
    },
  },
});
