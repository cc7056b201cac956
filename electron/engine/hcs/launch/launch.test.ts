import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LaunchHole } from "../../../contract/hole.ts";
import { systemClock } from "../../clock.ts";
import { launchSpec, quietWork, rowsNow, whenRow, whenStatus } from "../../conformance-tools.ts";
import type { EngineLaunch } from "../../engine.ts";
import { settled } from "../../manual-clock.ts";
import { FAKE_IMAGE, type FakeBench, fakeBench, fakeLayers } from "../fixtures/fake-bench.ts";

let bench: FakeBench;

const spec = (more: Partial<EngineLaunch> = {}) =>
  launchSpec({ image: FAKE_IMAGE, isolation: "process", command: ["fixture.exe", "--stay"], ...more });

async function open(options: Parameters<typeof fakeBench>[1] = {}): Promise<void> {
  bench = await fakeBench(systemClock, options);
  await whenStatus(bench.engine, ({ state }) => state === "live");
}

async function nothingLeft(): Promise<void> {
  const { hcs, engine } = bench;
  expect(await rowsNow(engine)).toEqual([]);
  expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  expect([...hcs.systems.keys(), ...hcs.layers.made, ...hcs.layers.mounted]).toEqual([]);
}

const launch = (more: Partial<EngineLaunch> = {}) => bench.engine.launch(spec(more), quietWork());

beforeEach(() => open());

afterEach(async () => {
  await bench.engine[Symbol.asyncDispose]();
  await bench.close();
});

const STEPS = [
  "NameToGuid",
  "CreateSandboxLayer",
  "PrepareLayer",
  "HcsCreateComputeSystem",
  "HcsStartComputeSystem",
  "HcsGetComputeSystemProperties",
  "HcsCreateProcess",
];

describe.each(["process", "hyperv"] as const)("a launch under %s isolation", (isolation) => {
  const steps = STEPS.filter(
    (step) => step !== (isolation === "process" ? "HcsGetComputeSystemProperties" : "PrepareLayer"),
  );

  it.each(steps)("leaves nothing behind when %s fails", async (step) => {
    bench.hcs.world.fault(step, 0x8037_0106, { times: 1 });
    await expect(launch({ isolation })).rejects.toMatchObject({
      error: { code: step === "HcsCreateProcess" ? "start-failed" : "hresult" },
    });
    expect(bench.hcs.world.calls).toContain(step);
    await nothingLeft();
    await launch({ isolation, name: "again" });
  });

  it("leaves nothing behind when it is given up, at whichever step", async () => {
    for (let at = 1; at <= 5; at++) {
      const abort = new AbortController();
      let steps = 0;
      const progress = () => {
        steps += 1;
        if (steps === at) abort.abort();
      };
      const launching = bench.engine.launch(spec({ isolation }), { signal: abort.signal, progress });
      await expect(launching).rejects.toMatchObject({ error: { code: "cancelled" } });
      expect(steps).toBe(at);
      await nothingLeft();
    }
  });

  it.each(["HcsStartComputeSystem", "HcsCreateProcess"])("can be given up while %s hangs", async (step) => {
    const { hcs, engine } = bench;
    hcs.world.hangs.add(step);
    const abort = new AbortController();
    const launching = engine.launch(spec({ isolation }), { signal: abort.signal, progress: () => {} });
    await hcs.world.whenCalled(step);
    abort.abort();
    await expect(launching).rejects.toMatchObject({ error: { code: "cancelled" } });
    await nothingLeft();
  });

  it("closes a process that comes after the launch was given up", async () => {
    const { hcs, engine } = bench;
    let release = () => {};
    hcs.world.processesWait = new Promise((resolve) => {
      release = resolve;
    });
    const abort = new AbortController();
    const launching = engine.launch(spec({ isolation }), { signal: abort.signal, progress: () => {} });
    await hcs.world.whenCalled("HcsCreateProcess");
    abort.abort();
    await expect(launching).rejects.toMatchObject({ error: { code: "cancelled" } });
    expect(hcs.live.processes).toBe(1);
    release();
    await settled();
    await nothingLeft();
  });

  it("gives back what it took when the command ends", async () => {
    const id = await launch({ isolation, command: ["fixture.exe", "--exit", "3"] });
    await whenRow(bench.engine, id, ({ state, exitCode }) => state === "exited" && exitCode === 3);
    await bench.engine.control(id, "remove");
    await nothingLeft();
  });

  it("ends with the engine", async () => {
    await launch({ isolation });
    const { hcs } = bench;
    await bench.engine[Symbol.asyncDispose]();
    expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
    expect([...hcs.systems.keys(), ...hcs.layers.made, ...hcs.layers.mounted]).toEqual([]);
  });
});

it("asks for what was wished: the documents of both isolations", async () => {
  const wish = { memoryBytes: 512 * 1024 * 1024, cpus: 1 };
  await launch(wish);
  await launch({ ...wish, isolation: "hyperv" });
  const [process, hyperv] = bench.hcs.sent.map((text) => JSON.parse(text));
  expect(process).toMatchObject({
    SchemaVersion: { Major: 2, Minor: 1 },
    ShouldTerminateOnLastHandleClosed: true,
    Container: {
      Storage: { Layers: [{ Path: "C:\\layers\\app" }, { Path: "C:\\layers\\base" }] },
      Memory: { SizeInMB: 512 },
    },
  });
  expect(hyperv).toMatchObject({
    HvPartition: true,
    HvRuntime: { ImagePath: "C:\\layers\\base\\UtilityVM" },
    Layers: [{ Path: "C:\\layers\\app" }, { Path: "C:\\layers\\base" }],
    ...{ MemoryMaximumInMB: 512, ProcessorCount: 1, TerminateOnLastHandleClosed: true },
  });
  expect(hyperv.LayerFolderPath).toContain(hyperv.Name);
});

it.each(["process", "hyperv"] as const)("opens folders and pipes under %s isolation", async (isolation) => {
  const folder = await mkdtemp(join(tmpdir(), "iso-mapped-"));
  const link = `${folder}-link`;
  await symlink(folder, link);
  await launch({
    isolation,
    holes: [
      { kind: "folder", source: link, target: "C:\\data", readOnly: true },
      { kind: "pipe", source: "\\\\.\\pipe\\demo", target: "//./pipe/inside" },
    ],
  });
  await rm(link);
  await rm(folder, { recursive: true });
  const document = JSON.parse(bench.hcs.sent[0] ?? "{}");
  expect(isolation === "process" ? document.Container : document).toMatchObject({
    MappedDirectories: [{ HostPath: folder, ContainerPath: "C:\\data", ReadOnly: true }],
    MappedPipes: [{ HostPath: "\\\\.\\pipe\\demo", ContainerPipeName: "inside" }],
  });
});

it.each<[LaunchHole, string]>([
  [{ kind: "folder", source: "/dev/null", target: "C:\\x", readOnly: true }, "holes.0.source"],
  [{ kind: "folder", source: "/", target: "/x", readOnly: true }, "holes.0.target"],
  [{ kind: "pipe", source: "C:\\pipe", target: "\\\\.\\pipe\\x" }, "holes.0.source"],
  [{ kind: "pipe", source: "\\\\.\\pipe\\x", target: "C:\\pipe" }, "holes.0.target"],
])("refuses %o at %s, before anything is made", async (hole, field) => {
  await expect(launch({ holes: [hole] })).rejects.toMatchObject({ error: { code: "invalid", field } });
  await nothingLeft();
});

it("names the VM of a Hyper-V container for those who look for its worker process", async () => {
  const row = await whenRow(bench.engine, await launch({ isolation: "hyperv" }), () => true);
  expect(row).toMatchObject({ isolation: "hyperv", mainPid: null, worker: null });
  expect(row.utilityVm).toMatchObject({ runtimeId: "8e2c0000-0000-4000-8000-00000000beef" });
  expect(await bench.engine.kernel(row.id)).toMatchObject({ release: "10.0.20348.2700" });
});

it("says that this Windows may not take the document, when it refuses that of a Hyper-V container", async () => {
  bench.hcs.world.fault("HcsCreateComputeSystem", 0x8037_010d);
  await expect(launch({ isolation: "hyperv" })).rejects.toMatchObject({
    error: { code: "unsupported", capability: "launch.hyperv", fix: expect.stringContaining("Docker") },
  });
  await expect(launch()).rejects.toMatchObject({ error: { code: "internal" } });
});

it.each([
  [0x8037_0102, { code: "unsupported", capability: "launch.hyperv" }],
  [0xc035_1000, { code: "unsupported", reason: expect.stringContaining("hypervisor") }],
  [0x8037_0101, { code: "os-mismatch", host: "10.0.20348", image: "10.0.20348.2700" }],
  [0x8037_011b, { code: "denied" }],
  [0x8037_0114, { code: "unsupported", fix: expect.stringContaining("Containers") }],
])("tells %i of the start as what it is", async (hresult, error) => {
  bench.hcs.world.fault("HcsStartComputeSystem", hresult);
  await expect(launch({ isolation: "hyperv" })).rejects.toMatchObject({ error });
  await nothingLeft();
});

it("refuses Hyper-V isolation for an image that has no utility VM", async () => {
  await bench.engine[Symbol.asyncDispose]();
  await bench.close();
  await open({ layers: fakeLayers({ utilityVm: null }) });
  await expect(launch({ isolation: "hyperv" })).rejects.toMatchObject({
    error: { code: "unsupported", reason: expect.stringContaining("UtilityVM") },
  });
  await nothingLeft();
});

it("runs the image's own command, with its environment under the wished-for one", async () => {
  const id = await launch({ command: [], env: { MINE: "secret" } });
  const row = await whenRow(bench.engine, id, () => true);
  expect(row.command).toBe("ping.exe localhost -t");
  const text = JSON.stringify(await bench.engine.inspect(id));
  expect(text).toContain("MINE");
  expect(text).not.toContain("secret");
});
