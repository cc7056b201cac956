import { expect, it } from "vitest";
import { insideList, kernelOf } from "./inside-list.ts";

const INFO = { release: "6.1", boot_id: "b", uptime_ms: 2000, time_ms: 10_000, ticks_per_second: 100 };

it("gives guest processes wall times by the guest's own boot, and never a host PID", () => {
  const ping = {
    pid: 1,
    ppid: 0,
    start: "150",
    name: "ping",
    command: "ping x",
    user: "root",
    cpu_ms: 10,
    rss_bytes: 4096,
  };
  const { rows, source } = insideList([ping], INFO, 5);
  expect(rows).toEqual([
    {
      ...{ pid: 1, hostPid: null, ppid: 0, start: "150", startedAt: 9500, name: "ping", command: "ping x" },
      ...{ user: "root", cpuMs: 10, cpuPercent: null, rssBytes: 4096 },
    },
  ]);
  expect(source).toBe("ps in the guest");
});

it("dates the kernel by the guest's clock and uptime", () => {
  expect(kernelOf(INFO)).toEqual({ release: "6.1", bootedAt: 8000, bootId: "b" });
});
