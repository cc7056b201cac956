import fc from "fast-check";
import { expect, test } from "vitest";
import { ManualClock } from "../manual-clock.ts";
import { diskBytes } from "./disk-bytes.ts";
import { machineCounters, processUseIn } from "./machine-counters.ts";
import { identify } from "./process-identity.ts";

const STAT = "4242 (qemu (x) y) S 1 2 3 0 -1 4 5 6 7 8 250 50 0 0 20 0 3 0 777 0";

test("reads CPU time and resident memory whatever the program's name holds", () => {
  expect(processUseIn(STAT, "Name:\tqemu\nVmRSS:\t  1024 kB\n")).toEqual({
    cpuMs: 3_000,
    rssBytes: 1_048_576,
  });
  expect(processUseIn(STAT, "Name:\tqemu\n")).toBeNull();
});

test("adds up QEMU's disks, and takes no other answer for one", () => {
  const disk = (rd_bytes: number, wr_bytes: number) => ({
    device: "root",
    stats: { rd_bytes, wr_bytes, x: 1 },
  });
  expect(diskBytes([disk(10, 1), disk(5, 2)])).toEqual({ read: 15, written: 3 });
  fc.assert(fc.property(fc.jsonValue(), (answer) => void diskBytes(answer)));
  expect(diskBytes([{ stats: { rd_bytes: -1, wr_bytes: 0 } }])).toBeNull();
});

test("tells of a live process, has no network, and knows when the process is another", async () => {
  const worker = identify(process.pid);
  if (!worker) throw new Error("this test runs on Linux");
  const clock = new ManualClock();
  const vm = { worker, diskBytes: async () => ({ read: 1, written: 2 }) };
  const counters = await machineCounters(vm, clock);
  expect(counters).toMatchObject({ readBytes: 1, writeBytes: 2, rxBytes: null, at: clock.now() });
  expect(counters.cpuMs).toBeGreaterThan(0);
  expect(counters.memoryBytes).toBeGreaterThan(1e6);
  expect(counters.why).toEqual({ network: "A micro-VM has no network card." });
  const other = await machineCounters({ ...vm, worker: { ...worker, start: "1" } }, clock);
  expect(other).toMatchObject({ cpuMs: null, memoryBytes: null });
  expect(other.why.cpu).toBeDefined();
});
