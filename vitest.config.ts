import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Milliseconds; far longer than a test without engines takes, however busy the machine. */
const PATIENCE = 60_000;

/** Four projects: pure Node code, React components in happy-dom, suites that need real engines, and the native addon. */
export default defineConfig({
  test: {
    // All cores: Vitest leaves one out, which is half of two. Each suite with engines keeps them in folders of its own.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          // They share no state that a test changes; a fresh process for each of 220 files took 65 s of 100.
          isolate: false,
          include: ["electron/**/*.test.ts", "scripts/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: ["**/*.real.test.ts", "**/*.win.test.ts"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          include: ["renderer/**/*.test.{ts,tsx}"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: "engines",
          environment: "node",
          include: ["electron/**/*.real.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "native",
          environment: "node",
          include: ["native/test/*.test.ts"],
          globalSetup: ["native/test/built-addon.mjs"],
          testTimeout: PATIENCE,
        },
      },
    ],
  },
});
