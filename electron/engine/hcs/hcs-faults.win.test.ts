import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { IsoscopeFailure } from "../../contract/errors.ts";
import { RESULT_CODES } from "../../model/hresult-table.ts";
import { launchSpec, quietWork, rowsNow, whenRow, whenStatus } from "../conformance-tools.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";
import { STAND_IN } from "./fixtures/stand-in-dialect.ts";

let bench: StandInBench;
let stop = () => {};

beforeAll(async () => {
  bench = await standInBench();
  await whenStatus(bench.engine, ({ state }) => state === "live");
  stop = bench.engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
});

afterEach(async () => {
  for (const { id } of await rowsNow(bench.engine)) await bench.engine.control(id, "remove");
  await bench.control({});
});

afterAll(async () => {
  stop();
  await bench.close();
});

const launching = (
  isolation: "process" | "hyperv" = "process",
  command: readonly string[] = STAND_IN.stays,
) => bench.engine.launch(launchSpec({ image: bench.image, isolation, command }), quietWork());

it.each([
  ["HcsCreateComputeSystem", 0x8037_011b, "denied"],
  ["HcsCreateComputeSystem", 0xc037_0101, "os-mismatch"],
  ["HcsCreateComputeSystem", 0x8037_010f, "conflict"],
  ["HcsCreateComputeSystem", 0x8037_010d, "internal"],
  ["HcsStartComputeSystem", 0x8037_0102, "unsupported"],
  ["HcsStartComputeSystem", 0xc035_1000, "unsupported"],
  ["HcsStartComputeSystem", 0x8037_0106, "hresult"],
  ["HcsStartComputeSystem", 0x8037_0114, "unsupported"],
  ["HcsStartComputeSystem", 0x8007_0005, "denied"],
  ["HcsCreateProcess", 0x8007_0002, "start-failed"],
  ["HcsCreateProcess", 0x8037_011e, "unavailable"],
])("tells a fault of %s (%i) as %s, and nothing is left", async (op, hresult, code) => {
  const document = { Error: hresult | 0, ErrorMessage: "told by the stand-in" };
  for (const when of ["call", "result"]) {
    await bench.control({ faults: { [op]: { hresult, document, when, times: 1 } } });
    await expect(launching()).rejects.toMatchObject({ error: { code } });
    expect(await rowsNow(bench.engine)).toEqual([]);
  }
});

const HCS_CODES = RESULT_CODES.filter(({ code }) => code >>> 16 === 0x8037);

it.each(HCS_CODES)(
  "ends a start that answers $name in a typed error with that code",
  async ({ code, kind }) => {
    await bench.control({ faults: { HcsStartComputeSystem: { hresult: code, times: 1 } } });
    const thrown: unknown = await launching().catch((reason: unknown) => reason);
    const error = thrown instanceof IsoscopeFailure ? thrown.error : null;
    expect(JSON.stringify(error).toLowerCase()).toContain(code.toString(16));
    expect(error?.code === "internal").toBe(kind === "ours");
    expect(await rowsNow(bench.engine)).toEqual([]);
  },
);

it("keeps the service's own words in the detail", async () => {
  const document = { Error: -1_070_137_082, ErrorMessage: "told by the stand-in" };
  await bench.control({ faults: { HcsStartComputeSystem: { hresult: "0xc0370106", document } } });
  await expect(launching()).rejects.toMatchObject({
    error: { code: "hresult", detail: expect.stringContaining("told by the stand-in") },
  });
});

it("says so where the service does not take the document of a Hyper-V container", async () => {
  await bench.control({ quirks: ["noSchema1"] });
  await expect(launching("hyperv")).rejects.toMatchObject({
    error: { code: "unsupported", capability: "launch.hyperv" },
  });
});

it("starts a command in spite of the wait that fails with E_INVALIDARG", async () => {
  await bench.control({ quirks: ["createProcess"] });
  const id = await launching("process", STAND_IN.exits(8));
  await whenRow(bench.engine, id, ({ exitCode }) => exitCode === 8);
});

it("reads sparse lists, unknown fields, wide counters and names of any script", async () => {
  await bench.control({ shape: ["sparse", "unknownFields", "bigCounters", "nonAscii"] });
  const { rows } = await bench.engine.processes(await launching());
  expect(rows.map(({ name }) => name)).toContain("пинг-测试-😀");
});

it.each([{ lostEvents: true }, { lateCallbacks: true }, { delayMs: 60 }])(
  "kills and removes with %j",
  async (settings) => {
    await bench.control(settings);
    const id = await launching();
    await bench.engine.control(id, "kill");
    await whenRow(bench.engine, id, ({ state }) => state === "exited");
  },
);

it("gives up a start that never comes back", async () => {
  await bench.control({ never: ["HcsStartComputeSystem"] });
  const abort = new AbortController();
  const progress = ({ phase }: { readonly phase: string }) => {
    if (phase === "Starting the container") setImmediate(() => abort.abort());
  };
  const spec = launchSpec({ image: bench.image, isolation: "process", command: STAND_IN.stays });
  await expect(bench.engine.launch(spec, { signal: abort.signal, progress })).rejects.toMatchObject({
    error: { code: "cancelled" },
  });
});

it("tells a crash as a failure, with what to do", async () => {
  const id = await launching("hyperv");
  await bench.control({ exited: [id] });
  const row = await whenRow(bench.engine, id, ({ state }) => state === "failed");
  expect(row.failure).toMatchObject({ code: "hresult" });
});

it("is denied like a user who may not: rows stay, and a person has to help", async () => {
  await launching();
  await bench.control({ faults: { "*": { hresult: 0x8037_011b } } });
  const status = await whenStatus(bench.engine, ({ state }) => state === "stale");
  expect(status).toMatchObject({ retryAt: null, error: { code: "denied", fix: expect.any(String) } });
  expect(await rowsNow(bench.engine)).toHaveLength(1);
  await bench.control({});
  await bench.engine.retry();
  expect(bench.engine.status.state).toBe("live");
});

it("survives the service's end: containers failed, then live again", async () => {
  const id = await launching();
  await bench.control({ disconnect: 1 });
  const row = await whenRow(bench.engine, id, ({ state }) => state === "failed");
  expect(row.failure).toMatchObject({ code: "unavailable" });
  await bench.engine.retry();
  await whenStatus(bench.engine, ({ state }) => state === "live");
});
