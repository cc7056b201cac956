import { describe, expect, test } from "vitest";
import { Container } from "../contract/container.ts";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { mirrorInto } from "../contract/mirror.ts";
import type { HostProcess } from "../contract/process.ts";
import { ManualClock } from "../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { FakeProcesses } from "./fixtures/fake-processes.ts";
import { Fleet } from "./fleet.ts";

const ID = "a".repeat(64);
const GUID = "0A1B2C3D-0000-4000-8000-00000000000A";
const ACCOUNT = `NT VIRTUAL MACHINE\\${GUID}`;
const COUNTERS = {
  ...{ handles: 67, nonPagedBytes: 5_000, pagedBytes: 839_680, virtualBytes: null },
  ...{ sessionId: 3, siloId: null },
};

const windowsRow = (row: Parameters<typeof hostProcess>[0]): HostProcess =>
  hostProcess({ command: null, user: null, windows: COUNTERS, ...row });

function bench() {
  const docker = new FakeEngine("docker", "process");
  const hcs = new FakeEngine("hcs", "hyperv");
  hcs.sees = "host";
  const processes = new FakeProcesses();
  const clock = new ManualClock();
  const fleet = new Fleet({
    engines: [docker, hcs],
    processes,
    clock,
    windows: true,
    inside: { readings: async () => null, kernel: async () => null },
    demo: { ref: "demo", ensure: async () => {} },
  });
  return { docker, hcs, processes, clock, fleet };
}

function watch<T>(source: LiveSource<T>): Map<string, T> {
  const items = new Map<string, T>();
  source.subscribe({ ...mirrorInto(items), fail: (error) => expect.fail(String(error)) });
  return items;
}

const inVm = engineContainer({
  id: ID,
  isolation: "hyperv",
  utilityVm: { runtimeId: GUID.toLowerCase(), startedAt: 1_000_000 },
});
const vmwp = windowsRow({
  pid: 2376,
  start: "900",
  name: "vmwp.exe",
  user: ACCOUNT,
  rssBytes: 19_620 * 1024,
});
const vmmem = windowsRow({ pid: 2400, start: "901", name: "vmmem", user: ACCOUNT, rssBytes: 4e8 });

describe("a utility VM", () => {
  test("has its worker as footprint, and why not while there is none", () => {
    const { hcs, processes, fleet } = bench();
    const rows = watch(fleet.containers);
    hcs.containers.update([[ID, inVm]]);
    expect(rows.get(`hcs/${ID}`)?.footprint).toEqual({
      kind: "unknown",
      why: "The host shows no vmwp process.",
    });
    processes.set(vmwp);
    expect(Container.parse(rows.get(`hcs/${ID}`)).footprint).toEqual({
      kind: "worker",
      worker: { pid: 2376, start: "900", name: "vmwp" },
      evidence: `runs as ${ACCOUNT}`,
    });
    processes.set({ ...vmwp, user: null, startedAt: 9_000_000 });
    expect(rows.get(`hcs/${ID}`)?.footprint).toEqual({
      kind: "unknown",
      why: "1 vmwp process, none readable: start Isoscope elevated.",
    });
  });

  test("uses what vmmem uses where there is one, else what its worker does", () => {
    const { hcs, processes, fleet } = bench();
    const usage = watch(fleet.usage);
    hcs.containers.update([[ID, inVm]]);
    processes.set(vmwp);
    expect(usage.get(`hcs/${ID}`)).toMatchObject({
      memoryBytes: 19_620 * 1024,
      memoryMeans: "Working set of the worker process vmwp: the host shows no vmmem with the VM's memory",
    });
    processes.set(vmwp, { ...vmmem, cpuPercent: 7 });
    expect(usage.get(`hcs/${ID}`)).toMatchObject({
      memoryBytes: 4e8,
      memoryMeans: "Working set of vmmem, which holds the VM's memory",
      cpuPercent: 8,
    });
    processes.set(vmwp, { ...vmmem, rssBytes: 5e8 });
    expect(usage.get(`hcs/${ID}`)?.memoryBytes).toBe(5e8);
  });

  test("tells the isolation an engine could not", () => {
    const { hcs, processes, fleet } = bench();
    const rows = watch(fleet.containers);
    hcs.containers.update([[ID, { ...inVm, isolation: null }]]);
    expect(rows.get(`hcs/${ID}`)?.isolation).toBeNull();
    processes.set(vmwp);
    expect(rows.get(`hcs/${ID}`)).toMatchObject({
      isolation: "hyperv",
      isolationEvidence: `vmwp 2376 on the host runs as ${ACCOUNT}`,
    });
  });
});

describe("process isolation without the system's attribution", () => {
  const hostProcesses = [{ pid: 3964, start: "500" }];
  const shared = engineContainer({ id: ID, hostProcesses, hostProcessesBy: "HCS" });
  const ping = windowsRow({ pid: 3964, start: "500", name: "PING.EXE" });

  test("joins by PID and start, never by PID alone", () => {
    const { hcs, processes, fleet } = bench();
    const rows = watch(fleet.containers);
    hcs.containers.update([[ID, { ...shared, isolation: null }]]);
    processes.set({ ...ping, start: "501" });
    expect(rows.get(`hcs/${ID}`)).toMatchObject({ isolation: null, footprint: { kind: "unknown" } });
    processes.set(ping);
    expect(rows.get(`hcs/${ID}`)).toMatchObject({
      isolation: "process",
      isolationEvidence: "PING.EXE 3964 is in its list and in the host's, with one start time",
      footprint: { kind: "processes", main: null, others: 1 },
    });
  });

  test("Docker's top, which has no start stamps, is proven by what HCS lists", async () => {
    const { docker, hcs, processes, clock, fleet } = bench();
    docker.containers.update([[ID, engineContainer({ id: ID, name: "web" })]]);
    hcs.containers.update([[ID, shared]]);
    docker.inside = {
      source: "docker top",
      at: 5,
      rows: [insideProcess({ pid: 3964, hostPid: 3964, name: "PING.EXE", startedAt: null })],
    };
    processes.set(ping, windowsRow({ pid: 4, name: "System" }));
    const scope = watch(fleet.scope(`docker/${ID}`));
    await clock.advance(100);
    expect(scope.get(`docker/${ID}`)).toMatchObject({
      insideSource: "docker top, starts by HCS",
      links: [{ hostPid: 3964, certainty: "proven", start: "500" }],
      related: [{ pid: 3964 }],
      kernels: "shared",
      containerKernel: processes.kernel,
    });
  });
});

describe("the scope of a utility VM", () => {
  test("has the worker with its evidence and the memory process, and two kernels", async () => {
    const { hcs, processes, clock, fleet } = bench();
    hcs.containers.update([[ID, inVm]]);
    hcs.inside = { source: "HCS", at: 5, rows: [insideProcess({ pid: 1732, start: "777" })] };
    processes.set(vmwp, vmmem, windowsRow({ pid: 1732, start: "778" }));
    const scope = watch(fleet.scope(`hcs/${ID}`));
    await clock.advance(100);
    expect(scope.get(`hcs/${ID}`)).toMatchObject({
      links: [],
      worker: { pid: 2376, name: "vmwp", evidence: `runs as ${ACCOUNT}` },
      related: [{ pid: 2376 }, { pid: 2400 }],
      kernels: "separate",
      kernelEvidence: `Utility VM ${GUID.toLowerCase()}: vmwp 2376 runs as ${ACCOUNT}. The host has no row for the process inside.`,
    });
  });
});

test("500 VMs cost one mapping for each VM process that comes, and none for counters", () => {
  const { hcs, processes, fleet } = bench();
  const rows = watch(fleet.containers);
  const guid = (index: number) => `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`;
  const numbers = Array.from({ length: 500 }, (_, index) => index);
  hcs.containers.update(
    numbers.map((index) => {
      const vm = { runtimeId: guid(index), startedAt: index * 5_000 };
      return [`vm${index}`, engineContainer({ id: `vm${index}`, isolation: "hyperv", utilityVm: vm })];
    }),
  );
  let sent = 0;
  fleet.containers.subscribe({
    snapshot: () => {},
    change: ({ upsert }) => {
      sent += upsert.length;
    },
    fail: () => {},
  });
  const workers = numbers.map((index) =>
    windowsRow({ pid: 1_000 + index, name: "vmwp.exe", user: `NT VIRTUAL MACHINE\\${guid(index)}` }),
  );
  processes.set(...workers);
  expect(sent).toBe(500);
  expect(rows.get("hcs/vm7")?.footprint).toMatchObject({ kind: "worker", worker: { pid: 1_007 } });
  processes.set(...workers.map((row) => ({ ...row, cpuMs: 11 })));
  expect(sent).toBe(500);
});
