import type { InsideProcess } from "../../contract/process.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { InsideList } from "../engine.ts";
import type { GuestInfo, GuestProcess } from "./frames.ts";

/** Wall time of the guest's boot; the guest's clock was set from the host's when it was greeted. */
export const bootedAt = ({ time_ms, uptime_ms }: Pick<GuestInfo, "time_ms" | "uptime_ms">): number =>
  time_ms - uptime_ms;

export const kernelOf = (info: GuestInfo): Kernel => ({
  release: info.release,
  bootedAt: bootedAt(info),
  bootId: info.boot_id,
});

function toInside(process: GuestProcess, info: GuestInfo): InsideProcess {
  return {
    pid: process.pid,
    hostPid: null,
    ppid: process.ppid,
    start: process.start,
    startedAt: Math.round(bootedAt(info) + (Number(process.start) * 1000) / info.ticks_per_second),
    name: process.name,
    command: process.command,
    user: process.user,
    cpuMs: process.cpu_ms,
    cpuPercent: null,
    rssBytes: process.rss_bytes,
  };
}

export const insideList = (processes: readonly GuestProcess[], info: GuestInfo, at: number): InsideList => ({
  rows: processes.map((process) => toInside(process, info)),
  source: "ps in the guest",
  at,
});
