import type { EngineStatus } from "../contract/engine.ts";
import { quoteArgument } from "./command-line.ts";

type Platform = "linux" | "win32" | "darwin";

/** Addresses a command line finds by itself. */
const DEFAULT_ENDPOINTS: ReadonlySet<string> = new Set([
  "unix:///var/run/docker.sock",
  "unix:///run/podman/podman.sock",
  "npipe:////./pipe/docker_engine",
]);

/** The engine's own command line with the address it needs, e.g. `docker -H unix:///x.sock`; null where it has none. */
export function engineCli(engine: Pick<EngineStatus, "title" | "endpoint"> | undefined): string | null {
  const program = /^(docker|podman)\b/i.exec(engine?.title ?? "")?.[1]?.toLowerCase();
  if (!engine || program === undefined) return null;
  if (DEFAULT_ENDPOINTS.has(engine.endpoint)) return program;
  return `${program} ${program === "podman" ? "--url" : "-H"} ${quoteArgument(engine.endpoint)}`;
}

/** The columns of the host's pane on Linux. */
const PS = "pid,ppid,user,pcpu,rss,args";

/** What a reader types on the host to see for himself. Each is run as it stands. */
export const hostCommands = {
  /** Every process of this name. */
  byName: (platform: Platform, name: string): string =>
    platform === "win32"
      ? `Get-Process -Name ${quoteArgument(name)}`
      : `ps -C ${quoteArgument(name)} -o ${PS}`,
  /** One process. */
  byPid: (platform: Platform, pid: number): string =>
    platform === "win32" ? `Get-Process -Id ${pid}` : `ps -p ${pid} -o ${PS}`,
  /** The numbers of one process in every PID namespace it is in. Linux only. */
  nsPids: (pid: number): string => `grep NSpid /proc/${pid}/status`,
  /** When a process began: ticks since boot on Linux (field 22 of `stat`), as the clock shows it on Windows. */
  start: (platform: Platform, pid: number): string =>
    platform === "win32"
      ? `(Get-Process -Id ${pid}).StartTime.ToString('HH:mm:ss.fff')`
      : `sed 's/.*) //' /proc/${pid}/stat | cut -d' ' -f20`,
  /** The whole command line and account, which name a worker process's VM. */
  whole: (platform: Platform, pid: number): string =>
    platform === "win32"
      ? `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | Select-Object Name,CommandLine`
      : `tr '\\0' ' ' < /proc/${pid}/cmdline`,
  /** Which kernel, and which boot of it. */
  kernel: (platform: Platform): string =>
    platform === "win32"
      ? "Get-CimInstance Win32_OperatingSystem | Select-Object Version,LastBootUpTime"
      : "uname -r; cat /proc/sys/kernel/random/boot_id",
} as const;
