import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Three projects: pure Node code, React components in happy-dom, and suites that need real engines. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["electron/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.real.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          include: ["renderer/**/*.test.{ts,tsx}"],
        },
      },
      {
        test: {
          name: "engines",
          environment: "node",
          include: ["electron/**/*.real.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "native",
          environment: "node",
          include: ["native/test/*.test.ts"],
          globalSetup: ["native/test/built-addon.mjs"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
