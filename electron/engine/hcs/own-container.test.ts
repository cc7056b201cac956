import { afterEach, beforeEach, expect, it } from "vitest";
import { launchSpec, quietWork, rowsNow, Transcript, whenRow, whenStatus } from "../conformance-tools.ts";
import type { EngineLaunch } from "../engine.ts";
import { ManualClock, settled } from "../manual-clock.ts";
import { FAKE_IMAGE, type FakeBench, fakeBench } from "./fixtures/fake-bench.ts";

let bench: FakeBench;
let clock: ManualClock;

beforeEach(async () => {
  clock = new ManualClock();
  bench = await fakeBench(clock);
  await whenStatus(bench.engine, ({ state }) => state === "live");
});

afterEach(async () => {
  bench.hcs.world.losesEvents = false;
  bench.hcs.world.heal();
  await bench.engine[Symbol.asyncDispose]();
  expect(bench.hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  await bench.close();
});

const STAYS = ["fixture.exe", "--out", "ready", "--stay"];

const launch = (more: Partial<EngineLaunch> = {}) =>
  bench.engine.launch(
    launchSpec({ image: FAKE_IMAGE, isolation: "process", command: STAYS, ...more }),
    quietWork(),
  );

const state = (id: string, wanted: string) => whenRow(bench.engine, id, (row) => row.state === wanted);

const noSignal = () => new AbortController().signal;

it("learns of an end whose event was lost, from the list", async () => {
  const id = await launch();
  const stop = bench.engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
  bench.hcs.world.losesEvents = true;
  bench.hcs.systems.get(id)?.end("ForcedExit", 9);
  await clock.advance(10_000);
  expect(await state(id, "exited")).toMatchObject({ exitCode: 9 });
  stop();
});

it("stops without the events of the end", async () => {
  const id = await launch();
  bench.hcs.world.losesEvents = true;
  const stopping = bench.engine.control(id, "stop");
  await clock.advance(5_000);
  await stopping;
  await state(id, "exited");
});

it("tells a crash as a failure, with what to do", async () => {
  const id = await launch({ isolation: "hyperv" });
  bench.hcs.systems.get(id)?.end("UnexpectedExit", 1);
  await clock.advance(2_000);
  const row = await state(id, "failed");
  expect(row.failure).toMatchObject({ code: "hresult", hresult: 0x8037_0106, fix: expect.any(String) });
});

it("counts its containers as failed when the service stops, and finds the service again", async () => {
  const id = await launch();
  bench.hcs.disconnect();
  await clock.advance(2_000);
  expect(await state(id, "failed")).toMatchObject({ failure: { code: "unavailable" } });
  expect(bench.engine.status.state).toBe("live");
});

it("takes an end that has happened already for a success", async () => {
  const id = await launch();
  bench.hcs.world.fault("HcsTerminateComputeSystem", 0xc037_0110);
  const killing = bench.engine.control(id, "kill");
  await clock.advance(5_000);
  await killing;
  await state(id, "exited");
});

it("ends with the engine even when the service does not answer any more", async () => {
  await launch();
  bench.hcs.world.hangs.add("HcsTerminateComputeSystem");
  const closing = bench.engine[Symbol.asyncDispose]();
  await clock.advance(60_000);
  await closing;
  expect([...bench.hcs.systems.keys(), ...bench.hcs.layers.made]).toEqual([]);
});

it("says why it cannot pause under process isolation, nor restart, nor send signals", async () => {
  const id = await launch();
  const { engine } = bench;
  await expect(engine.control(id, "pause")).rejects.toMatchObject({
    error: { code: "unsupported", reason: expect.stringContaining("process isolation") },
  });
  await expect(engine.control(id, "restart")).rejects.toMatchObject({ error: { code: "unsupported" } });
  await expect(engine.control(id, "kill", { signal: "HUP" })).rejects.toMatchObject({
    error: { code: "invalid", field: "signal" },
  });
});

it("lists what runs inside: the command with its line, host PIDs only without a VM", async () => {
  for (const isolation of ["process", "hyperv"] as const) {
    const id = await launch({ isolation });
    const { rows, source } = await bench.engine.processes(id);
    const { mainPid } = await whenRow(bench.engine, id, () => true);
    expect(source).toBe("HCS ProcessList");
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ pid: 3_964, hostPid: isolation === "process" ? 3_964 : null, name: "fixture" },
        ...{ command: "fixture.exe --out ready --stay", cpuMs: 30, rssBytes: 839_680 },
        start: expect.stringMatching(/^\d{18}$/),
      }),
    ]);
    expect(mainPid).toBe(isolation === "process" ? 3_964 : null);
  }
});

it("keeps a character whole that comes in two pieces", async () => {
  const id = await launch();
  const { output } = await bench.engine.logs(id, { follow: true, tail: 9 }, noSignal());
  const transcript = new Transcript(output);
  const process = bench.hcs.systems.get(id)?.processes[0];
  const euro = Buffer.from("€");
  process?.stdout.pushBytes(euro.subarray(0, 1));
  await settled();
  process?.stdout.pushBytes(euro.subarray(1));
  await transcript.until(/ready\r\n€/);
  await transcript.close();
});

it("runs a command in a system of somebody else's, and lets go of it afterwards", async () => {
  const { hcs, engine } = bench;
  const stop = engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
  hcs.add("foreign", { Owner: "x" });
  await clock.advance(4_000);
  const options = { exec: ["cmd.exe"], columns: 90, rows: 20 };
  const console = await engine.console("foreign", options, noSignal());
  const transcript = new Transcript(console.output);
  await console.send({ kind: "input", text: "size\r" });
  await transcript.until(/width=90 height=20/);
  await console.send({ kind: "input", text: "exit 5\r" });
  expect(await transcript.exitCode()).toBe(5);
  await settled();
  expect(hcs.live).toMatchObject({ systems: 0, processes: 0 });
  await expect(engine.console("foreign", { ...options, exec: [] }, noSignal())).rejects.toMatchObject({
    error: { code: "unsupported", capability: "attach" },
  });
  await expect(engine.logs("foreign", { follow: false, tail: 1 }, noSignal())).rejects.toMatchObject({
    error: { code: "unsupported", capability: "logs" },
  });
  stop();
});

it("takes no input for a command that was not launched interactive", async () => {
  const id = await launch();
  const options = { exec: [], columns: 80, rows: 24 };
  const console = await bench.engine.console(id, options, noSignal());
  await expect(console.send({ kind: "input", text: "x" })).rejects.toMatchObject({
    error: { code: "conflict" },
  });
  await new Transcript(console.output).close();
});

it("stops a system of somebody else's: asks, waits, forces", async () => {
  const { hcs, engine } = bench;
  const stop = engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
  hcs
    .add("foreign", { Owner: "x" })
    .run(
      '{"CommandLine":"fixture --ignore-signals --stay","Environment":{},"EmulateConsole":false,"CreateStdInPipe":false,"CreateStdOutPipe":false,"CreateStdErrPipe":false}',
    );
  await clock.advance(4_000);
  const stopping = engine.control("foreign", "stop");
  await clock.advance(1_000);
  await stopping;
  expect(hcs.world.calls).toContain("HcsTerminateComputeSystem");
  await clock.advance(2_000);
  expect(await rowsNow(engine)).toEqual([]);
  stop();
});
