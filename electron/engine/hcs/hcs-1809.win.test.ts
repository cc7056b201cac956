// @computecore 1809
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchSpec, quietWork, whenRow, whenStatus } from "../conformance-tools.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";
import { STAND_IN } from "./fixtures/stand-in-dialect.ts";

let bench: StandInBench;

beforeAll(async () => {
  bench = await standInBench();
});

afterAll(() => bench.close());

it("runs a container on the first Windows that has the library, and notes what that lacks", async () => {
  const { notes } = await whenStatus(bench.engine, ({ state }) => state === "live");
  expect(notes.join("\n")).toContain("HcsWaitForProcessExit");
  const spec = launchSpec({ image: bench.image, isolation: "process", command: STAND_IN.exits(6) });
  const id = await bench.engine.launch(spec, quietWork());
  await whenRow(bench.engine, id, ({ state, exitCode }) => state === "exited" && exitCode === 6);
});
