import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "../scripts/setup/chromium.mjs";
import { findElectron } from "../scripts/setup/electron-binary.mjs";
import { ROOT } from "../scripts/setup/root.mjs";
import type { Front } from "./fixtures/running-app.ts";
import { WEB_ONLY_SPECS } from "./web-only.ts";

const executablePath = findChromium();

/** Windows' specs serve the app under Wine; what is for the web host alone is listed with its reason. */
const onDesktop = (front: Front) => ({
  name: front,
  use: { front },
  testIgnore: ["windows/**", ...WEB_ONLY_SPECS],
  grepInvert: /@web/,
});

/**
 * The system's own Chromium, one test at a time: they share real engines. No retries, since a test that passes the
 * second time has found something. A micro-VM without KVM takes long to boot, hence the long limits.
 *
 * One project for each front of the app; Electron's own only where its program is.
 */
export default defineConfig<object, { front: Front }>({
  testDir: "./specs",
  outputDir: "../test-results",
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.ISOSCOPE_REQUIRE),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: "web", use: { front: "web" }, testIgnore: "electron/**" },
    onDesktop("electron-harness"),
    ...(findElectron(ROOT) === null ? [] : [onDesktop("electron")]),
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    // Without pictures and copies of the page at each step, which took a sixth of the time; what failed has its screenshot.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: chromiumArguments(process.getuid?.() === 0),
    },
  },
});
