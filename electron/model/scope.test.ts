import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import { Scope } from "../contract/scope.ts";
import { buildScope, type ScopeObservation } from "./scope.ts";

const CONTAINER = "c".repeat(64);

const kernel = { release: "6.1.0", bootedAt: 500, bootId: "11111111-1111-1111-1111-111111111111" };

const observation = (seen: Partial<ScopeObservation>): ScopeObservation => ({
  key: "docker/abc",
  containerId: CONTAINER,
  isolation: "process",
  mainHostPid: 4000,
  worker: null,
  vm: null,
  own: [],
  silos: [],
  siloEvidence: null,
  windows: false,
  inside: [insideProcess({ hostPid: 4000 })],
  insideSource: "docker top",
  insideError: null,
  insideAt: 2_000_000,
  readings: [{ pid: 1, start: "100" }],
  host: [
    hostProcess({ pid: 4000, nsPids: [4000, 1], containerId: CONTAINER }),
    hostProcess({ pid: 7, name: "init" }),
  ],
  hostAt: 2_000_000,
  hostKernel: kernel,
  containerKernel: kernel,
  ...seen,
});

describe("process isolation", () => {
  test("a PID tied by NSpid with the same start stamp is the same process, proven", () => {
    const scope = buildScope(observation({}));
    expect(scope.links).toEqual([
      {
        insidePid: 1,
        hostPid: 4000,
        start: "100",
        startedAt: 1_000_000,
        certainty: "proven",
        starts: "same",
        tie: "NSpid 4000 1",
        evidence: "NSpid 4000 1, start time matches too",
      },
    ]);
    expect(scope).toMatchObject({ mainPid: 1, kernels: "shared" });
    expect(scope.related.map((row) => row.pid)).toEqual([4000]);
    expect(Scope.parse(scope)).toEqual(scope);
  });

  test("a start stamp that could not be read on the host proves nothing", () => {
    const host = [hostProcess({ pid: 4000, start: "0", nsPids: [4000, 1], containerId: CONTAINER })];
    const readings = [{ pid: 1, start: "0" }];
    expect(buildScope(observation({ host, readings })).links).toMatchObject([
      { certainty: "likely", start: null },
    ]);
  });

  test("a differing start stamp is another process: no link", () => {
    expect(buildScope(observation({ readings: [{ pid: 1, start: "101" }] })).links).toEqual([]);
  });

  test("a start known only to the second is likely, not proven", () => {
    expect(buildScope(observation({ readings: null })).links).toMatchObject([
      { certainty: "likely", start: null },
    ]);
  });

  test("a start that differs by more than top's resolution is no link", () => {
    const inside = [insideProcess({ hostPid: 4000, startedAt: 1_010_000 })];
    expect(buildScope(observation({ readings: null, inside })).links).toEqual([]);
  });

  test("a PID without an NSpid line keeps its inside number unknown", () => {
    const scope = buildScope(observation({ host: [hostProcess({ pid: 4000 })], mainHostPid: null }));
    expect(scope.inside[0]?.pid).toBeNull();
    expect(scope.links).toEqual([]);
  });

  test("a child's parent is its number inside, the first process has parent 0", () => {
    const scope = buildScope(
      observation({
        inside: [insideProcess({ hostPid: 4000 }), insideProcess({ hostPid: 4001, ppid: 4000 })],
        host: [
          hostProcess({ pid: 4000, nsPids: [4000, 1], containerId: CONTAINER, ppid: 3999 }),
          hostProcess({ pid: 4001, nsPids: [4001, 7], containerId: CONTAINER, ppid: 4000 }),
          hostProcess({ pid: 3999, name: "containerd-shim" }),
        ],
      }),
    );
    expect(scope.inside.map(({ pid, ppid }) => [pid, ppid])).toEqual([
      [1, 0],
      [7, 1],
    ]);
  });

  test("where numbers are not renamed, equal PID and start are a proven link", () => {
    const inside = [insideProcess({ pid: 3964, hostPid: 3964, start: "132500000000000000" })];
    const host = [hostProcess({ pid: 3964, start: "132500000000000000", containerId: CONTAINER })];
    expect(buildScope(observation({ inside, host, readings: null })).links).toMatchObject([
      { insidePid: 3964, hostPid: 3964, certainty: "proven", evidence: "start time matches too" },
    ]);
  });
});

describe("VM isolation", () => {
  const worker = { pid: 2376, start: "900", name: "qemu-system-x86_64" };
  const vm = observation({
    isolation: "hyperv",
    mainHostPid: null,
    worker,
    inside: [insideProcess({ pid: 1, start: "100" })],
    readings: null,
    host: [
      hostProcess({ pid: 2376, start: "900", name: "qemu-system-x86", command: "qemu" }),
      hostProcess({ pid: 1 }),
    ],
    containerKernel: { release: "6.1.0", bootedAt: 700_000, bootId: "22222222-2222-2222-2222-222222222222" },
  });

  test("the host has the worker and nothing else of it", () => {
    const scope = buildScope(vm);
    expect(scope.links).toEqual([]);
    expect(scope.worker).toMatchObject({ pid: 2376, start: "900", name: "qemu-system-x86_64" });
    expect(scope.related.map((row) => row.pid)).toEqual([2376]);
    expect(scope.kernels).toBe("separate");
  });

  test("a reused worker PID is not the worker", () => {
    const scope = buildScope({ ...vm, worker: { ...worker, start: "901" } });
    expect(scope.worker).toBeNull();
    expect(scope.related).toEqual([]);
  });
});

describe("kernels", () => {
  test("the same release booted twice is two kernels; without boot facts it is unknown", () => {
    const other = { ...kernel, bootId: null, bootedAt: 9_000_000 };
    expect(buildScope(observation({ containerKernel: other })).kernels).toBe("separate");
    expect(buildScope(observation({ containerKernel: { ...other, bootedAt: null } })).kernels).toBe(
      "unknown",
    );
    expect(buildScope(observation({ containerKernel: null })).kernels).toBe("unknown");
  });
});

test("under VM isolation the command is the guest's process that the engine names", () => {
  const inside = [insideProcess({ pid: 1 }), insideProcess({ pid: 1732 })];
  const main = (seen: Partial<ScopeObservation>) =>
    buildScope(observation({ isolation: "hyperv", mainHostPid: null, inside, ...seen })).mainPid;
  expect(main({ mainGuestPid: 1732 })).toBe(1732);
  expect(main({ mainGuestPid: 1733 })).toBeNull();
  expect(main({})).toBe(1);
});

describe("for any observation", () => {
  const pid = fc.integer({ min: 1, max: 6 });
  const start = fc.constantFrom("1", "2", "3");
  const anyHost = fc.record({
    pid,
    start,
    nsPids: fc.option(
      fc.tuple(pid, pid).map(([a, b]) => [a, b]),
      { nil: null },
    ),
    containerId: fc.constantFrom(null, CONTAINER, "d".repeat(64)),
    startedAt: fc.option(fc.constantFrom(1_000_000, 1_001_000, 1_009_000), { nil: null }),
  });
  const anyInside = fc.record({
    pid: fc.option(pid, { nil: null }),
    hostPid: fc.option(pid, { nil: null }),
    start: fc.option(start, { nil: null }),
    startedAt: fc.option(fc.constantFrom(1_000_000, 1_001_000, 1_009_000), { nil: null }),
  });
  const anyObservation = fc
    .record({
      isolation: fc.constantFrom("process" as const, "hyperv" as const, null),
      host: fc.uniqueArray(anyHost, { selector: (row) => row.pid }),
      inside: fc.array(anyInside),
      readings: fc.option(fc.array(fc.record({ pid, start })), { nil: null }),
    })
    .map(({ host, inside, ...rest }) =>
      observation({ ...rest, host: host.map((row) => hostProcess(row)), inside: inside.map(insideProcess) }),
    );

  test("a link names rows that are there, and a proven one has one start stamp on both sides", () => {
    fc.assert(
      fc.property(anyObservation, (seen) => {
        const scope = buildScope(seen);
        for (const link of scope.links) {
          const host = seen.host.find((row) => row.pid === link.hostPid);
          // A witness may be wrong and name a process twice: one of the rows has to bear the link out.
          const inside = scope.inside.filter(
            (row) => row.pid === link.insidePid && row.hostPid === link.hostPid,
          );
          expect(host).toBeDefined();
          expect(inside).not.toEqual([]);
          if (link.certainty === "proven") {
            expect(host?.start).toBe(link.start);
            expect(inside.map((row) => row.start)).toContain(link.start);
          }
          if (host?.nsPids) expect(host.nsPids.at(-1)).toBe(link.insidePid);
        }
      }),
    );
  });

  test("under VM isolation there is never a link", () => {
    fc.assert(
      fc.property(anyObservation, (seen) => {
        expect(buildScope({ ...seen, isolation: "hyperv" }).links).toEqual([]);
      }),
    );
  });

  test("inside rows are neither added nor lost, and the result fits the contract", () => {
    fc.assert(
      fc.property(anyObservation, (seen) => {
        const scope = buildScope(seen);
        expect(scope.inside).toHaveLength(seen.inside.length);
        expect(Scope.safeParse(scope).success).toBe(true);
      }),
    );
  });
});
