import type { HostProcess, InsideProcess } from "../contract/process.ts";

/** One process as the container's own process file system shows it: the number inside and its start stamp. */
export interface InsideReading {
  readonly pid: number;
  readonly start: string;
}

/**
 * Fills what a witness left open. Linux `top` prints host PIDs: the number inside comes from the host row's NSpid
 * line, the exact start stamp from the container's own view of that number. A row whose number stays unknown keeps
 * its nulls: nothing is guessed.
 *
 * @param readings the container's own view, or null when it could not be read.
 */
export function completeInside(
  rows: readonly InsideProcess[],
  hostByPid: (pid: number) => HostProcess | undefined,
  readings: readonly InsideReading[] | null,
): InsideProcess[] {
  const starts = new Map(readings?.map((reading) => [reading.pid, reading.start]));
  return rows.map((row) => {
    if (row.hostPid === null) return row;
    const host = hostByPid(row.hostPid);
    const pid = row.pid ?? innermost(host);
    const start = row.start ?? (pid === null ? null : (starts.get(pid) ?? null));
    return {
      ...row,
      pid,
      start,
      ppid: insideParent(row, host, hostByPid),
      cpuPercent: host?.cpuPercent ?? row.cpuPercent,
    };
  });
}

function innermost(host: HostProcess | undefined): number | null {
  return host?.nsPids?.at(-1) ?? null;
}

/** The parent's number inside; 0 where the parent is outside the container, as ps prints it there. */
function insideParent(
  row: InsideProcess,
  host: HostProcess | undefined,
  hostByPid: (pid: number) => HostProcess | undefined,
): number | null {
  if (row.pid !== null) return row.ppid;
  if (!host) return null;
  const parent = hostByPid(host.ppid);
  if (!parent) return null;
  return parent.containerId !== null && parent.containerId === host.containerId ? innermost(parent) : 0;
}
