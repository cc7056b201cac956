import { describe, expect, test } from "vitest";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import type { Kernel } from "../contract/scope.ts";
import { findLinks } from "./links.ts";
import { windowsKernels } from "./windows-kernels.ts";

const COUNTERS = {
  handles: 67,
  nonPagedBytes: 1,
  pagedBytes: 1,
  virtualBytes: null,
  sessionId: 3,
  siloId: null,
};
const START = 132_500_000_000_000_000n;
const SECOND = 10_000_000n;

const host = (row: Partial<ReturnType<typeof hostProcess>> = {}) =>
  hostProcess({ pid: 3964, name: "PING.EXE", start: String(START), windows: COUNTERS, ...row });
const inside = (row: Parameters<typeof insideProcess>[0] = {}) =>
  insideProcess({ pid: 3964, hostPid: 3964, name: "ping.exe", start: String(START), ...row });
const links = (row: ReturnType<typeof inside>, other: ReturnType<typeof host>) =>
  findLinks("process", [row], (pid) => (pid === other.pid ? other : undefined));

describe("a link on Windows", () => {
  test("is proven by equal start stamps", () => {
    expect(links(inside(), host())).toMatchObject([{ certainty: "proven", start: String(START) }]);
  });

  test("is likely within a second, none beyond", () => {
    const at = (stamp: bigint) => links(inside({ start: String(stamp) }), host());
    for (const stamp of [START - SECOND, START + SECOND, START + 1n]) {
      expect(at(stamp)).toMatchObject([
        { certainty: "likely", start: null, evidence: "start time matches to the second only" },
      ]);
    }
    expect(at(START + SECOND + 1n)).toEqual([]);
  });

  test("that is not proven needs the same image name, too", () => {
    expect(links(inside({ start: String(START + 1n), name: "cmd.exe" }), host())).toEqual([]);
    expect(links(inside({ start: null, startedAt: null, name: "cmd.exe" }), host())).toEqual([]);
    expect(links(inside({ start: null, startedAt: null }), host())).toMatchObject([{ certainty: "likely" }]);
  });

  test("is never made under Hyper-V isolation, whatever numbers coincide", () => {
    expect(findLinks("hyperv", [inside()], () => host())).toEqual([]);
  });
});

describe("kernels on Windows", () => {
  const hostKernel: Kernel = { release: "10.0.17763.6532", bootedAt: 1, bootId: null };
  const worker = {
    pid: 2376,
    start: "9",
    name: "vmwp",
    evidence: "runs as NT VIRTUAL MACHINE\\G",
    named: true,
  };
  const vm = { runtimeId: "G", processes: { worker, memory: null, why: "" } };
  const facts = {
    isolation: "process" as const,
    inside: [inside()],
    links: links(inside(), host()),
    hostByPid: () => undefined,
    hostKernel,
    guestKernel: null,
    vm: null,
  };
  const hyperv = { ...facts, isolation: "hyperv" as const, links: [], vm };

  test("are one where a process is proven to be in both lists, and not known where none is", () => {
    expect(windowsKernels(facts)).toEqual({
      kernels: "shared",
      evidence: "PID 3964 is in both lists with the same start time: one kernel keeps both",
    });
    expect(windowsKernels({ ...facts, links: [] }).kernels).toBe("unknown");
    const likely = links(inside({ start: String(START + 1n) }), host());
    expect(windowsKernels({ ...facts, links: likely }).kernels).toBe("unknown");
  });

  test("are two where the VM has its worker and the host none of its processes", () => {
    expect(windowsKernels(hyperv)).toEqual({
      kernels: "separate",
      evidence:
        "Utility VM G: vmwp 2376 runs as NT VIRTUAL MACHINE\\G. The host has no row for the process inside.",
    });
  });

  test("are not known without VM, worker, or a start stamp inside, and each says why", () => {
    const unknown = [
      { ...hyperv, vm: null },
      { ...hyperv, vm: { ...vm, processes: { worker: null, memory: null, why: "Not readable." } } },
      { ...hyperv, inside: [inside({ start: null })] },
      { ...hyperv, hostByPid: () => host() },
    ].map((one) => windowsKernels(one));
    expect(unknown.map(({ kernels }) => kernels)).toEqual(Array(4).fill("unknown"));
    expect(new Set(unknown.map(({ evidence }) => evidence)).size).toBe(4);
  });

  test("are two where the guest told another build", () => {
    const guestKernel = { release: "10.0.14393.7428", bootedAt: null, bootId: null };
    expect(windowsKernels({ ...hyperv, vm: null, guestKernel }).kernels).toBe("separate");
  });
});
