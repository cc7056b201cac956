// @computecore none
import { afterAll, beforeAll, expect, it } from "vitest";
import { whenStatus } from "../conformance-tools.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";

let bench: StandInBench;

beforeAll(async () => {
  bench = await standInBench();
});

afterAll(() => bench.close());

it("says which feature is missing where Windows has no Host Compute Service", async () => {
  const status = await whenStatus(bench.engine, ({ state }) => state === "failed");
  expect(status).toMatchObject({
    retryAt: null,
    error: {
      code: "unsupported",
      fix: expect.stringContaining("Containers"),
      detail: expect.stringContaining("126"),
    },
    capabilities: { launch: { process: { can: false } } },
  });
  await bench.engine.retry();
  expect(bench.engine.status.state).toBe("failed");
});
