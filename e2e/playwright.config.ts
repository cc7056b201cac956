import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "../scripts/setup/chromium.mjs";
import { findElectron } from "../scripts/setup/electron-binary.mjs";
import { ROOT } from "../scripts/setup/root.mjs";
import type { Front } from "./fixtures/running-app.ts";

const executablePath = findChromium();

/**
 * The system's own Chromium, one test at a time: they share real engines. No retries, since a test that passes the
 * second time has found something. A micro-VM without KVM takes long to boot, hence the long limits.
 *
 * One project for each front. A spec without a tag runs on all; `@web` is for what another front does not have or what
 * shows the same there, each with its reason beside it; `specs/electron` is for what a web host does not have.
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
    {
      name: "electron-harness",
      use: { front: "electron-harness" },
      testIgnore: "windows/**",
      grepInvert: /@web/,
    },
    ...(findElectron(ROOT) === null
      ? []
      : [
          {
            name: "electron",
            use: { front: "electron" as const },
            testIgnore: "windows/**",
            grepInvert: /@web/,
          },
        ]),
  ],
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
