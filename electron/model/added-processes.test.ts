import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AddedProcess } from "../contract/compare.ts";
import { hostProcess } from "../contract/fixtures/rows.ts";
import { addedRows } from "./added-processes.ts";
import { memoryCost } from "./memory-cost.ts";

const init = hostProcess({ pid: 1, ppid: 0, name: "systemd" });
const shim = hostProcess({ pid: 10, ppid: 1, name: "containerd-shim" });
const main = hostProcess({ pid: 11, ppid: 10, containerId: "c" });
const child = hostProcess({ pid: 12, ppid: 11, containerId: "c" });
const byPid = (pid: number) => [init, shim, main, child].find((row) => row.pid === pid);

describe("what a container added", () => {
  test("its processes, and the shim that was born for it", () => {
    const added = addedRows({ related: [main, child], worker: null }, byPid, (row) => row !== init);
    expect(added.map(({ row, role }) => `${row.pid} ${role}`)).toEqual([
      "11 container",
      "12 container",
      "10 shim",
    ]);
  });

  test("not a parent that was there before", () => {
    const added = addedRows({ related: [main], worker: null }, byPid, () => false);
    expect(added.map(({ row }) => row.pid)).toEqual([11]);
  });

  test("under VM isolation the worker and the VM's memory", () => {
    const worker = hostProcess({ pid: 20, name: "vmwp" });
    const memory = hostProcess({ pid: 21, name: "vmmem" });
    const added = addedRows({ related: [worker, memory], worker: { ...worker } }, byPid, () => false);
    expect(added.map(({ role }) => role)).toEqual(["worker", "vm-memory"]);
  });

  test("parents that go round in a circle end somewhere", () => {
    const [a, b] = [hostProcess({ pid: 30, ppid: 31 }), hostProcess({ pid: 31, ppid: 30 })];
    const round = (pid: number) => [a, b].find((row) => row.pid === pid);
    expect(addedRows({ related: [a], worker: null }, round, () => true)).toHaveLength(2);
  });
});

describe("memory", () => {
  const process = (privateBytes: number | null): AddedProcess => ({
    ...{ pid: 1, start: "1", name: "ping", role: "container" as const },
    ...{ privateBytes, proportionalBytes: privateBytes, why: privateBytes === null ? "It had ended." : null },
  });

  test("is the sum of all, and unknown with why as soon as one of them is", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(1e12)), { minLength: 1 }), (values) => {
        const cost = memoryCost("smaps", values.map(process), "none");
        const known = values.filter((value) => value !== null);
        const all = known.length === values.length;
        expect(cost.privateBytes).toBe(all ? known.reduce((sum, value) => sum + value, 0) : null);
        expect(cost.why === null).toBe(all);
      }),
    );
  });

  test("of no process is unknown, not 0", () => {
    expect(memoryCost("smaps", [], "gone")).toMatchObject({ privateBytes: null, why: "gone" });
  });
});
