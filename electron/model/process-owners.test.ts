import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../contract/fixtures/rows.ts";
import type { HostProcess } from "../contract/process.ts";
import { type OwningContainer, processOwners } from "./process-owners.ts";

const ID = "a".repeat(64);
const OTHER = "b".repeat(64);
const SHORT = ID.slice(0, 12);
const COUNTERS = {
  handles: null,
  nonPagedBytes: null,
  pagedBytes: null,
  virtualBytes: null,
  sessionId: null,
};

function owning(host: readonly HostProcess[], change: Partial<OwningContainer> = {}): OwningContainer {
  return {
    key: "docker/web",
    id: ID,
    engine: "Docker",
    named: { own: [], mainPid: null, startedAt: null },
    namedBy: null,
    started: null,
    fileServers: [],
    vm: null,
    rows: host.filter(({ containerId }) => containerId === ID),
    hostByPid: (pid) => host.find((row) => row.pid === pid),
    ...change,
  };
}

const shim = (change: Partial<HostProcess> = {}) =>
  hostProcess({
    pid: 90,
    start: "99",
    name: "containerd-shim",
    command: `/usr/bin/containerd-shim-runc-v2 -namespace moby -id ${ID} -address /run/containerd.sock`,
    ...change,
  });
const main = hostProcess({ pid: 100, start: "100", ppid: 90, containerId: ID });
const child = hostProcess({ pid: 101, start: "101", ppid: 100, containerId: ID });
const named = { own: [], mainPid: 100, startedAt: null };

describe("process isolation", () => {
  test("the cgroup names members, the engine the main process, and the shim names the container and is its parent", () => {
    const host = [shim(), main, child, hostProcess({ pid: 5 })];
    expect(processOwners(owning(host, { named }))).toEqual([
      {
        ...{ pid: 100, start: "100", container: "docker/web", role: "main" },
        evidence: `Docker names 100 as its main process, and its cgroup names container ${SHORT}`,
      },
      {
        ...{ pid: 101, start: "101", container: "docker/web", role: "member" },
        evidence: `Its cgroup names container ${SHORT}`,
      },
      {
        ...{ pid: 90, start: "99", container: "docker/web", role: "shim" },
        evidence: `Its command line names container ${SHORT}, and it is the parent of 100`,
      },
    ]);
  });

  test.each([
    ["began after the main process", { start: "1000" }],
    ["names another container", { command: `containerd-shim-runc-v2 -id ${OTHER}` }],
    ["only begins with the id", { command: `containerd-shim-runc-v2 -id ${ID}0` }],
    ["is another program that has the argument", { command: `sh -id ${ID}` }],
    ["has no command line", { command: null }],
  ])("a parent that %s is no shim", (_why, change) => {
    const host = [shim(change), main];
    expect(processOwners(owning(host, { named })).map(({ role }) => role)).toEqual(["main"]);
  });

  test("a number that another process has now is not the main process", () => {
    const stranger = hostProcess({ pid: 100, start: "7", startedAt: 9_000_000 });
    expect(processOwners(owning([shim(), stranger], { named: { ...named, startedAt: 1_000 } }))).toEqual([]);
  });

  test("Windows: named with its start, or in a silo that holds such a one", () => {
    const inSilo = (pid: number, siloId: number | null) =>
      hostProcess({ pid, name: "PING.EXE", windows: { ...COUNTERS, siloId } });
    const rows = [inSilo(10, 7), inSilo(11, 7), inSilo(12, 8), inSilo(13, null)];
    const own = [{ pid: 10, start: "100" }];
    const of = owning(rows, { rows, named: { own, mainPid: null, startedAt: null }, namedBy: "HCS" });
    expect(processOwners(of).map(({ pid, evidence }) => [pid, evidence])).toEqual([
      [10, "HCS lists it with the same start time"],
      [11, "It is in server silo 7, which holds PING.EXE 10 too"],
    ]);
  });
});

describe("VM isolation", () => {
  const identity = { pid: 2376, start: "900" };
  const vmwp = { ...identity, name: "vmwp", evidence: "runs as NT VIRTUAL MACHINE\\X", named: true };
  const vmmem = { ...vmwp, pid: 2400, name: "vmmem" };

  test("the worker, and the process with the VM's memory", () => {
    const host = [hostProcess(identity), hostProcess({ pid: 2400, start: "900" })];
    const found = processOwners(owning(host, { rows: [], vm: { worker: vmwp, memory: vmmem } }));
    expect(found.map(({ pid, role, evidence }) => [pid, role, evidence])).toEqual([
      [2376, "worker", "vmwp runs as NT VIRTUAL MACHINE\\X"],
      [2400, "vm-memory", "vmmem runs as NT VIRTUAL MACHINE\\X"],
    ]);
  });

  test("what serves a folder of the host to it, where it is still that process", () => {
    const host = [hostProcess({ pid: 7, start: "70" }), hostProcess({ pid: 8, start: "81" })];
    const fileServers = [7, 8].map((pid) => ({ pid, start: `${pid}0`, source: "/srv/data" }));
    expect(processOwners(owning(host, { rows: [], fileServers }))).toEqual([
      {
        ...{ pid: 7, start: "70", container: "docker/web", role: "file-server" },
        evidence: "Docker started it to hand /srv/data to this VM",
      },
    ]);
  });

  test("a worker whose number another process has now is nobody's", () => {
    const host = [hostProcess({ pid: 2376, start: "901" })];
    expect(processOwners(owning(host, { rows: [], started: identity }))).toEqual([]);
  });
});

test("never names a process that the host does not have, nor one without its own evidence", () => {
  const row = fc.record({
    pid: fc.integer({ min: 1, max: 30 }),
    ppid: fc.integer({ min: 0, max: 30 }),
    start: fc.constantFrom("1", "2", "10"),
    containerId: fc.constantFrom(ID, OTHER, null),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ pid }) => pid }),
      fc.integer({ min: 0, max: 30 }),
      (rows, pid) => {
        const host = rows.map((one) => hostProcess(one));
        const found = processOwners(owning(host, { named: { own: [], mainPid: pid, startedAt: null } }));
        for (const { pid: of, start, evidence } of found) {
          expect(host.find((one) => one.pid === of)).toMatchObject({ start, containerId: ID });
          expect(evidence).not.toBe("");
        }
        expect(found).toHaveLength(host.filter(({ containerId }) => containerId === ID).length);
      },
    ),
  );
});
