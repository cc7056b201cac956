import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../contract/fixtures/rows.ts";
import { findVmProcesses, guidKey, vmRole } from "./vm-processes.ts";

const A = "0A1B2C3D-0000-4000-8000-00000000000A";
const B = "0A1B2C3D-0000-4000-8000-00000000000B";
const account = (guid: string) => `NT VIRTUAL MACHINE\\${guid}`;
const vm = (runtimeId: string, startedAt: number | null = 1_000_000) => ({ runtimeId, startedAt });
const vmwp = (pid: number, row: Parameters<typeof hostProcess>[0] | object = {}) =>
  hostProcess({ pid, name: "vmwp.exe", command: null, user: null, startedAt: 5_000_000, ...row });

describe("by name", () => {
  test("the account decides, whatever its case", () => {
    const rows = [vmwp(2376, { user: account(A.toLowerCase()) }), vmwp(2400, { user: account(B) })];
    expect(findVmProcesses([vm(`{${A.toLowerCase()}}`)], rows).get(A)).toEqual({
      worker: { pid: 2376, start: "100", name: "vmwp", evidence: `runs as ${account(A)}`, named: true },
      memory: null,
      why: "",
    });
  });

  test("else the id in its command line", () => {
    const rows = [vmwp(2376, { command: `C:\\Windows\\System32\\vmwp.exe {${A}} x` })];
    expect(findVmProcesses([vm(A)], rows).get(A)?.worker).toMatchObject({
      pid: 2376,
      evidence: `has VM ${A} on its command line`,
    });
  });

  test("an account is not overruled by a command line", () => {
    const rows = [vmwp(2376, { user: account(B), command: `vmwp.exe ${A}` })];
    expect(findVmProcesses([vm(A)], rows).get(A)?.worker).toBeNull();
  });

  test("vmmem carries the memory, with any suffix, and is not the worker", () => {
    const rows = [hostProcess({ pid: 9, name: "vmmemWSL", user: account(A) })];
    expect(findVmProcesses([vm(A)], rows).get(A)).toMatchObject({ worker: null, memory: { pid: 9 } });
    expect([vmRole("vmmem"), vmRole("VMWP.EXE"), vmRole("vmwpx.exe")]).toEqual(["memory", "worker", null]);
  });

  test("of two with one account the younger lives", () => {
    const rows = [vmwp(7, { user: account(A), startedAt: 2 }), vmwp(9, { user: account(A), startedAt: 1 })];
    expect(findVmProcesses([vm(A)], rows).get(A)?.worker?.pid).toBe(7);
  });
});

describe("by start time, where nothing names it", () => {
  test("one alone within a second is taken, and labelled so", () => {
    const rows = [vmwp(2376, { startedAt: 1_000_900 }), vmwp(2400, { startedAt: 1_001_001 })];
    expect(findVmProcesses([vm(A)], rows).get(A)?.worker).toMatchObject({
      pid: 2376,
      evidence: "is its own by start time only: no other vmwp began within 1 s of the VM",
      named: false,
    });
  });

  test("not with two processes, nor with two VMs, nor with one that another account owns", () => {
    const one = [vmwp(2376, { startedAt: 1_000_900 })];
    const two = [...one, vmwp(2400, { startedAt: 1_000_100 })];
    const owned = [vmwp(2376, { startedAt: 1_000_900, user: account(B) })];
    expect(findVmProcesses([vm(A)], two).get(A)?.worker).toBeNull();
    expect(findVmProcesses([vm(A), vm(B)], one).get(A)?.worker).toBeNull();
    expect(findVmProcesses([vm(A, null)], one).get(A)?.worker).toBeNull();
    expect(findVmProcesses([vm(A)], owned).get(A)?.worker).toBeNull();
  });
});

describe("why it is unknown", () => {
  const why = (rows: readonly ReturnType<typeof vmwp>[]) => findVmProcesses([vm(A)], rows).get(A)?.why;

  test("no worker, none readable, or none of this VM", () => {
    expect(why([])).toBe("The host shows no vmwp process.");
    expect(why([vmwp(1), vmwp(2)])).toBe("2 vmwp processes, none readable: start Isoscope elevated.");
    expect(why([vmwp(1, { user: account(B) })])).toBe(`1 vmwp process, none known to run as ${account(A)}.`);
    expect(why([vmwp(1, { user: account(B) }), vmwp(2)])).toBe(
      `2 vmwp processes, none known to run as ${account(A)}, 1 not readable: start Isoscope elevated.`,
    );
  });
});

describe("for any host", () => {
  const guid = fc.constantFrom(A, B, A.replace("A", "C"));
  const anyVm = fc.record({ runtimeId: guid, startedAt: fc.option(fc.integer({ min: 0, max: 5_000 })) });
  const anyRow = fc
    .record({
      pid: fc.integer({ min: 1, max: 9 }),
      name: fc.constantFrom("vmwp.exe", "vmmem", "ping.exe"),
      user: fc.option(fc.oneof(guid.map(account), fc.constant("HOST\\me"))),
      command: fc.option(guid.map((id) => `vmwp.exe ${id}`)),
      startedAt: fc.option(fc.integer({ min: 0, max: 5_000 })),
    })
    .map((row) => hostProcess(row));
  const rows = fc.uniqueArray(anyRow, { selector: (row) => row.pid });

  test("a process has one VM, a VM says either its worker or why not, and order plays no part", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyVm, { selector: (one) => one.runtimeId }), rows, (vms, host) => {
        const found = findVmProcesses(vms, host);
        const taken = [...found.values()].flatMap(({ worker, memory }) => [worker, memory]);
        const pids = taken.flatMap((one) => (one ? [one.pid] : []));
        expect(new Set(pids).size).toBe(pids.length);
        expect([...found.keys()].sort()).toEqual(vms.map((one) => guidKey(one.runtimeId)).sort());
        for (const { worker, why } of found.values()) expect(worker === null).toBe(why !== "");
        const mirrored = findVmProcesses([...vms].reverse(), [...host].reverse());
        expect(new Map(mirrored)).toEqual(new Map(found));
      }),
    );
  });
});
