import { z } from "zod";

export const Pid = z.number().int().nonnegative();

/**
 * A kernel's own start stamp, exact, as decimal text: on Linux clock ticks since boot (field 22 of
 * `/proc/PID/stat`), on Windows 100 ns since 1601. Compare only stamps of one kernel; for their order see
 * `electron/model/start-order.ts`.
 */
export const StartStamp = z.string().regex(/^\d{1,20}$/);

/** What makes a process *that* process: PIDs are reused, a PID with its start stamp is not. */
export const ProcessIdentity = z.object({ pid: Pid, start: StartStamp });
export type ProcessIdentity = z.output<typeof ProcessIdentity>;

/** What only Windows tells of a process, as Get-Process shows it. A value the system did not give is null, never 0. */
export const WindowsCounters = z.object({
  /** Open handles (column Handles). */
  handles: z.number().int().nullable(),
  /** Nonpaged pool charged to it, bytes (column NPM). */
  nonPagedBytes: z.number().nullable(),
  /** Pagefile usage, bytes (column PM). */
  pagedBytes: z.number().nullable(),
  /** Virtual size, bytes (column VM). */
  virtualBytes: z.number().nullable(),
  /** Session (column SI). */
  sessionId: z.number().int().nullable(),
  /**
   * The server silo that holds it (NtQueryInformationProcess, ProcessMembershipInformation): the same number for all
   * processes of one process-isolated container, 0 for the host's own. It names no container. Null where this build of
   * Windows does not tell, or not of this process.
   */
  siloId: z.number().int().nullable(),
});
export type WindowsCounters = z.output<typeof WindowsCounters>;

/** One row of the host process table. `null` means the host did not tell, and `unreadable` says why. */
export const HostProcess = z.object({
  pid: Pid,
  start: StartStamp,
  /** Start as wall time, ms since the Unix epoch. Derived, for display only. */
  startedAt: z.number().nullable(),
  ppid: Pid,
  /** Short name as the kernel keeps it (Linux: comm, at most 15 bytes). */
  name: z.string(),
  /** Full command line, arguments joined by a space; null for kernel threads and unreadable processes. */
  command: z.string().nullable(),
  user: z.string().nullable(),
  /** CPU time since start, user plus kernel, ms. */
  cpuMs: z.number().nullable(),
  /** Share of one CPU over the last sampling interval, percent; null until two samples exist. */
  cpuPercent: z.number().nullable(),
  /** Resident memory, bytes (Windows: working set, the column WS). */
  rssBytes: z.number().nullable(),
  threads: z.number().int().nullable(),
  /** Linux: PIDs from this reader's namespace to the innermost (the NSpid line). Only read for container processes. */
  nsPids: z.array(Pid).nullable(),
  /** Null on any other system than Windows. */
  windows: WindowsCounters.nullable(),
  /** Full id of the container whose cgroup holds this process. Null on Windows, where a silo's number names none. */
  containerId: z.string().nullable(),
  /** Why some of the above is null, in words; null when all was readable. */
  unreadable: z.string().nullable(),
});
export type HostProcess = z.output<typeof HostProcess>;

/**
 * One process as seen from inside a container: rows of the engine's `top`, or of the guest's own process list.
 * `pid` counts in the container's PID namespace; `hostPid` is only given where a witness named it.
 */
export const InsideProcess = z.object({
  pid: Pid.nullable(),
  /** The number the engine's `top` printed for it on this host; null under VM isolation. */
  hostPid: Pid.nullable(),
  ppid: Pid.nullable(),
  start: StartStamp.nullable(),
  startedAt: z.number().nullable(),
  name: z.string(),
  command: z.string(),
  user: z.string().nullable(),
  cpuMs: z.number().nullable(),
  cpuPercent: z.number().nullable(),
  rssBytes: z.number().nullable(),
});
export type InsideProcess = z.output<typeof InsideProcess>;
