import { describe, expect, test } from "vitest";
import { Container } from "../contract/container.ts";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { mirrorInto } from "../contract/mirror.ts";
import type { HostProcess } from "../contract/process.ts";
import { Scope } from "../contract/scope.ts";
import type { EngineContainer } from "../engine/engine.ts";
import { ManualClock } from "../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { FakeProcesses } from "./fixtures/fake-processes.ts";
import { Fleet } from "./fleet.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const SILENT = { handles: null, nonPagedBytes: null, pagedBytes: null, virtualBytes: null, sessionId: null };

const inSilo = (pid: number, siloId: number | null, more: Partial<HostProcess> = {}): HostProcess =>
  hostProcess({ pid, name: "PING.EXE", windows: { ...SILENT, siloId }, ...more });

const naming = (id: string, ...pids: readonly number[]): EngineContainer =>
  engineContainer({ id, hostProcesses: pids.map((pid) => ({ pid, start: "100" })) });

function bench(...seen: readonly EngineContainer[]) {
  const docker = new FakeEngine("docker", "process");
  const other = new FakeEngine("other", "process");
  const hcs = new FakeEngine("hcs", "process");
  hcs.sees = "host";
  hcs.containers.update(seen.map((each) => [each.id, each]));
  const processes = new FakeProcesses();
  const clock = new ManualClock();
  const fleet = new Fleet({
    engines: [docker, other, hcs],
    processes,
    clock,
    windows: true,
    inside: { readings: async () => null, kernel: async () => null },
    demo: { ref: "demo", ensure: async () => {} },
  });
  return { docker, other, hcs, processes, clock, fleet };
}

function watch<T>(source: LiveSource<T>): Map<string, T> {
  const items = new Map<string, T>();
  source.subscribe({ ...mirrorInto(items), fail: (error) => expect.fail(String(error)) });
  return items;
}

describe("a silo with a process that is named as a container's", () => {
  test("is wholly the container's: footprint and usage, from the moment a process is born", () => {
    const { processes, fleet } = bench(naming(A, 10));
    const rows = watch(fleet.containers);
    const usage = watch(fleet.usage);
    processes.set(inSilo(10, 7), inSilo(4, 0));
    expect(rows.get(`hcs/${A}`)?.footprint).toEqual({ kind: "processes", main: null, others: 1 });
    processes.set(inSilo(10, 7), inSilo(4, 0), inSilo(11, 7), inSilo(12, 8), inSilo(13, null));
    expect(Container.parse(rows.get(`hcs/${A}`)).footprint).toEqual({
      kind: "processes",
      main: null,
      others: 2,
      evidence: "1 of its host processes by server silo 7, which holds PING.EXE 10 too",
    });
    expect(usage.get(`hcs/${A}`)).toMatchObject({ memoryBytes: 8192, cpuPercent: 2 });
    processes.set(inSilo(10, 7), inSilo(11, 7, { rssBytes: 5000 }));
    expect(usage.get(`hcs/${A}`)?.memoryBytes).toBe(9096);
    processes.set(inSilo(10, 7));
    expect(rows.get(`hcs/${A}`)?.footprint).toEqual({ kind: "processes", main: null, others: 1 });
  });

  test("shows them in the scope, and reads the inside anew for one that is born", async () => {
    const { hcs, processes, clock, fleet } = bench(naming(A, 10));
    hcs.inside = { source: "HCS", at: 5, rows: [insideProcess({ pid: 10, hostPid: 10, name: "PING.EXE" })] };
    processes.set(inSilo(10, 7), inSilo(4, 0));
    const scope = watch(fleet.scope(`hcs/${A}`));
    await clock.advance(250);
    const reads = hcs.asked.length;
    processes.set(inSilo(10, 7), inSilo(4, 0), inSilo(11, 7));
    await clock.advance(100);
    expect(hcs.asked.length).toBe(reads + 1);
    expect(Scope.parse(scope.get(`hcs/${A}`))).toMatchObject({
      links: [{ hostPid: 10, evidence: "server silo 7, start time matches too" }],
      related: [{ pid: 10 }, { pid: 11 }],
      relatedEvidence: "1 of its host processes by server silo 7, which holds PING.EXE 10 too",
    });
  });

  test("is in a list that is opened after the scope", async () => {
    const { processes, clock, fleet } = bench(naming(A, 10), naming(B, 20));
    processes.set(inSilo(10, 7), inSilo(11, 7), inSilo(20, 8));
    watch(fleet.scope(`hcs/${A}`));
    await clock.advance(100);
    const rows = watch(fleet.containers);
    expect(rows.get(`hcs/${A}`)?.footprint).toMatchObject({ others: 2 });
    expect(rows.get(`hcs/${B}`)?.footprint).toMatchObject({ others: 1 });
  });

  test("is known by Docker's main process, too, if that began when the container did", () => {
    const main = engineContainer({ id: A, mainPid: 10, startedAt: 1_000_500 });
    const { hcs, processes, fleet } = bench(main);
    const rows = watch(fleet.containers);
    processes.set(inSilo(10, 7), inSilo(11, 7));
    expect(rows.get(`hcs/${A}`)?.footprint).toMatchObject({ main: { pid: 10 }, others: 1 });
    hcs.containers.update([[A, { ...main, startedAt: 9_000_000 }]]);
    expect(rows.get(`hcs/${A}`)?.footprint).toEqual({
      kind: "processes",
      main: { pid: 10, start: "100" },
      others: 0,
    });
  });
});

test("two engines' rows of one container share its silo", () => {
  const { docker, other, processes, fleet } = bench(naming(A, 10));
  for (const { containers } of [docker, other]) containers.update([[A, engineContainer({ id: A })]]);
  const rows = watch(fleet.containers);
  processes.set(inSilo(10, 7), inSilo(11, 7));
  expect([...rows].map(([key, { footprint }]) => [key, footprint])).toMatchObject([
    [`docker/${A}`, { others: 2 }],
    [`other/${A}`, { others: 2 }],
  ]);
});

describe("a silo shows nothing", () => {
  const others = (items: ReadonlyMap<string, Container>, id: string) => {
    const footprint = items.get(`hcs/${id}`)?.footprint;
    return footprint?.kind === "processes" ? footprint.others : null;
  };

  test("while two containers claim it, beyond what is named; and again when one lets go", () => {
    const { hcs, processes, fleet } = bench(naming(A, 10), naming(B, 11));
    const rows = watch(fleet.containers);
    processes.set(inSilo(10, 7), inSilo(11, 7), inSilo(12, 7));
    expect([others(rows, A), others(rows, B)]).toEqual([1, 1]);
    hcs.containers.update([[B, { ...naming(B, 11), state: "exited" }]]);
    expect(others(rows, A)).toBe(3);
    hcs.containers.update([[B, naming(B, 11)]]);
    expect(others(rows, A)).toBe(1);
    hcs.containers.update([], [B]);
    expect(others(rows, A)).toBe(3);
  });

  test("once the process that named it is gone, or was another of that number", () => {
    const { processes, fleet } = bench(naming(A, 10));
    const rows = watch(fleet.containers);
    processes.set(inSilo(10, 7, { start: "101" }), inSilo(11, 7));
    expect(others(rows, A)).toBeNull();
    processes.set(inSilo(10, 7), inSilo(11, 7));
    expect(others(rows, A)).toBe(2);
    processes.set(inSilo(11, 7));
    expect(others(rows, A)).toBeNull();
  });

  test("for a container in a VM, for silo 0, and where Windows does not tell", () => {
    const { hcs, processes, fleet } = bench({ ...naming(A, 10), isolation: "hyperv" }, naming(B, 20));
    const rows = watch(fleet.containers);
    processes.set(inSilo(10, 7), inSilo(11, 7), inSilo(20, 0), inSilo(21, 0));
    expect(rows.get(`hcs/${A}`)?.footprint).toMatchObject({ kind: "unknown" });
    expect(others(rows, B)).toBe(1);
    processes.set(inSilo(20, null), inSilo(21, null));
    expect(others(rows, B)).toBe(1);
    processes.set(inSilo(10, 7), inSilo(20, 7), inSilo(21, 7));
    expect(others(rows, B)).toBe(3);
    hcs.containers.update([[A, { ...naming(A, 10), isolation: null }]]);
    processes.set(inSilo(10, 7), inSilo(11, 7));
    expect(rows.get(`hcs/${A}`)).toMatchObject({ isolation: "process", footprint: { others: 2 } });
  });
});

test("of 10,000 rows and 100 containers only those are told anew whose silo changed", () => {
  const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);
  const { processes, fleet } = bench(...ids.map((id, index) => naming(id, index)));
  const all = Array.from({ length: 10_000 }, (_, pid) => inSilo(pid, (pid % 100) + 1));
  const rows = watch(fleet.containers);
  const usage = watch(fleet.usage);
  processes.set(...all);
  expect(rows.get("hcs/c5")?.footprint).toMatchObject({ others: 100 });
  const told = { containers: 0, usage: 0 };
  const count = (name: keyof typeof told) => ({
    snapshot: () => {},
    change: ({ upsert }: { readonly upsert: readonly unknown[] }) => {
      told[name] += upsert.length;
    },
    fail: () => {},
  });
  fleet.containers.subscribe(count("containers"));
  fleet.usage.subscribe(count("usage"));
  processes.live.update([["205:100", inSilo(205, 6, { rssBytes: 8192 })]]);
  expect(told).toEqual({ containers: 0, usage: 1 });
  expect(usage.get("hcs/c5")?.memoryBytes).toBe(101 * 4096);
  processes.live.update([["20000:100", inSilo(20_000, 6)]]);
  expect(told).toEqual({ containers: 1, usage: 2 });
});
