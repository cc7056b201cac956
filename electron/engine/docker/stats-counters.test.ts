import fc from "fast-check";
import { expect, test } from "vitest";
import { ResourceCounters } from "../../contract/stats.ts";
import { StatsAnswer } from "./stats-answer.ts";
import { countersFrom } from "./stats-counters.ts";

const linux = { os: "linux", flavour: "docker" } as const;
const windows = { os: "windows", flavour: "docker" } as const;
const read = (raw: object, facts: typeof linux | typeof windows = linux) =>
  countersFrom(StatsAnswer.parse(raw), facts, 7);

test("Linux counts nanoseconds, a cgroup without its file cache, every card and block device", () => {
  const counters = read({
    cpu_stats: { cpu_usage: { total_usage: 2_500_000_000 } },
    memory_stats: { usage: 5_000, stats: { inactive_file: 1_000 } },
    networks: { eth0: { rx_bytes: 10, tx_bytes: 1 }, eth1: { rx_bytes: 5, tx_bytes: 2 } },
    blkio_stats: {
      io_service_bytes_recursive: [
        { op: "Read", value: 100 },
        { op: "write", value: 7 },
        { op: "Total", value: 107 },
        { op: "Read", value: 11 },
      ],
    },
  });
  expect(counters).toMatchObject({
    ...{ at: 7, cpuMs: 2_500, memoryBytes: 4_000, rxBytes: 15, txBytes: 3, readBytes: 111, writeBytes: 7 },
    ...{ why: {}, source: "docker stats" },
  });
});

test("Windows counts 100 ns, the private working set and normalised storage", () => {
  const raw = {
    cpu_stats: { cpu_usage: { total_usage: 25_000_000 } },
    memory_stats: { commitbytes: 9, privateworkingset: 4_096 },
    storage_stats: { read_size_bytes: 3, write_size_bytes: 4 },
    networks: { "3E1D": { rx_bytes: 1, tx_bytes: 2 } },
  };
  expect(read(raw, windows)).toMatchObject({ cpuMs: 2_500, memoryBytes: 4_096, readBytes: 3, writeBytes: 4 });
});

test("what the daemon leaves out is null, and says why; an empty list of blocks is a count of nothing", () => {
  const counters = read({ blkio_stats: { io_service_bytes_recursive: null }, networks: {} });
  expect(counters).toMatchObject({ cpuMs: null, memoryBytes: null, rxBytes: null, readBytes: null });
  expect(Object.keys(counters.why).sort()).toEqual(["cpu", "disk", "memory", "network"]);
  expect(read({ blkio_stats: { io_service_bytes_recursive: [] } }).readBytes).toBe(0);
});

test("whatever a daemon sends, a figure is missing only with a reason", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 4 }), fc.constantFrom(linux, windows), (noise, facts) => {
      const parsed = StatsAnswer.safeParse(noise);
      if (!parsed.success) return;
      const counters = ResourceCounters.parse(countersFrom(parsed.data, facts, 0));
      if (counters.cpuMs === null) expect(counters.why.cpu).toBeDefined();
      if (counters.rxBytes === null) expect(counters.why.network).toBeDefined();
    }),
  );
});
