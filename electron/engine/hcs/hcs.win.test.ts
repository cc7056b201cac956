import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { engineConformance } from "../conformance.ts";
import { launchSpec, quietWork, rowsNow, whenGone, whenRow, whenStatus } from "../conformance-tools.ts";
import { hostRows } from "./fixtures/host-rows.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";
import { STAND_IN } from "./fixtures/stand-in-dialect.ts";

// The engine's clock keeps no process alive.
const awake = setInterval(() => {}, 1e6);
afterAll(() => clearInterval(awake));

for (const isolation of ["process", "hyperv"] as const) {
  engineConformance(`hcs on the stand-in, ${isolation}`, async () => {
    const { engine, image, close } = await standInBench();
    return { engine, image, isolation, dialect: STAND_IN, close };
  });
}

describe("the scene, by the HCS engine on the stand-in", () => {
  let bench: StandInBench;

  beforeAll(async () => {
    bench = await standInBench();
    await whenStatus(bench.engine, ({ state }) => state === "live");
  });

  afterAll(async () => {
    await bench.engine[Symbol.asyncDispose]();
    expect(bench.live()).toEqual({ systems: 0, processes: 0, operations: 0 });
    await bench.close();
  });

  const launch = async (isolation: "process" | "hyperv") => {
    const command = ["ping.exe", "localhost", "-t"];
    const spec = launchSpec({ image: bench.image, isolation, command });
    const id = await bench.engine.launch(spec, quietWork());
    return whenRow(bench.engine, id, ({ state }) => state === "running");
  };

  const onHost = async (pattern: RegExp) =>
    (await hostRows(bench.addon)).filter(({ name }) => pattern.test(name));

  it("shows the very same process on both sides under process isolation", async () => {
    const { id, mainPid } = await launch("process");
    const { rows } = await bench.engine.processes(id);
    const inside = rows.find(({ name }) => name.toLowerCase() === "ping");
    const [host, ...others] = await onHost(/^ping(?:\.exe)?$/i);
    expect(others).toEqual([]);
    expect(inside).toMatchObject({ pid: host?.pid, hostPid: mainPid, start: host?.start });
    expect(inside?.start).toMatch(/^\d{18}$/);
    expect(await onHost(/^vmwp/i)).toEqual([]);
    const row = await whenRow(bench.engine, id, ({ hostProcesses }) => (hostProcesses ?? []).length > 0);
    expect(row.hostProcesses).toContainEqual({ pid: host?.pid, start: host?.start });
    await bench.engine.control(id, "remove");
    await whenGone(bench.engine, id);
    expect(await onHost(/^(?:ping|vmwp|CExecSvc)/i)).toEqual([]);
  });

  it("shows only the worker process on the host under Hyper-V isolation", async () => {
    const { id, utilityVm } = await launch("hyperv");
    const { rows } = await bench.engine.processes(id);
    expect(rows.find(({ name }) => name.toLowerCase() === "ping")).toMatchObject({ hostPid: null });
    expect(await onHost(/^ping/i)).toEqual([]);
    const [worker, ...others] = await onHost(/^vmwp/i);
    expect(others).toEqual([]);
    expect(worker?.command?.toLowerCase()).toContain(utilityVm?.runtimeId.toLowerCase());
    await bench.engine.control(id, "remove");
    await whenGone(bench.engine, id);
    expect(await onHost(/^(?:ping|vmwp|CExecSvc)/i)).toEqual([]);
  });
});

describe("what goes wrong in the service, by the HCS engine on the stand-in", () => {
  let bench: StandInBench;

  beforeAll(async () => {
    bench = await standInBench();
    await whenStatus(bench.engine, ({ state }) => state === "live");
  });

  afterEach(() => bench.control({}));

  afterAll(async () => {
    await bench.engine[Symbol.asyncDispose]();
    expect(bench.live()).toEqual({ systems: 0, processes: 0, operations: 0 });
    await bench.close();
  });

  const launching = (isolation: "process" | "hyperv") =>
    bench.engine.launch(launchSpec({ image: bench.image, isolation, command: ["ping.exe"] }), quietWork());

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
      await expect(launching("process")).rejects.toMatchObject({ error: { code } });
      expect(await rowsNow(bench.engine)).toEqual([]);
    }
  });

  it("keeps the service's own words in the detail", async () => {
    const document = { Error: -1_070_137_082, ErrorMessage: "told by the stand-in" };
    await bench.control({ faults: { HcsStartComputeSystem: { hresult: "0xc0370106", document } } });
    await expect(launching("process")).rejects.toMatchObject({
      error: { code: "hresult", detail: expect.stringContaining("told by the stand-in") },
    });
  });

  it("says so where the service does not take the document of a Hyper-V container", async () => {
    await bench.control({ quirks: ["noSchema1"] });
    await expect(launching("hyperv")).rejects.toMatchObject({
      error: { code: "unsupported", capability: "launch.hyperv" },
    });
  });

  it("lists what others made, by owner", async () => {
    await bench.control({
      systems: ["docker-process", "docker-hyperv", "containerd-vm", "wsl", "sandbox", "foreign"],
    });
    const owners = ["docker", "docker", "containerd", "wsl", "sandbox", "SomeoneElse"];
    const stop = bench.engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
    for (const owner of owners) await whenOwner(owner);
    const rows = await rowsNow(bench.engine);
    expect(rows.map(({ owner }) => owner).sort()).toEqual([...owners].sort());
    stop();
    await bench.control({});
    for (const { id } of rows) await whenGone(bench.engine, id);
  });

  const whenOwner = async (owner: string) => {
    const { whenLive } = await import("../conformance-tools.ts");
    return whenLive(bench.engine.containers, (rows) => [...rows.values()].find((row) => row.owner === owner));
  };

  it("reads sparse lists, unknown fields, wide counters and names of any script", async () => {
    await bench.control({ shape: ["sparse", "unknownFields", "bigCounters", "nonAscii"] });
    const id = await launching("process");
    const { rows } = await bench.engine.processes(id);
    expect(rows.map(({ name }) => name)).toContain("пинг-测试-😀");
    await bench.engine.control(id, "remove");
  });

  it("survives the service's end: containers failed, then live again", async () => {
    const id = await launching("process");
    await bench.control({ disconnect: 1 });
    const row = await whenRow(bench.engine, id, ({ state }) => state === "failed");
    expect(row.failure).toMatchObject({ code: "unavailable" });
    await bench.control({ disconnect: 1, stopped: false });
    await bench.engine.retry();
    await whenStatus(bench.engine, ({ state }) => state === "live");
    await bench.engine.control(id, "remove");
  });
});
