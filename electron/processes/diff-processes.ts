import type { ProcessIdentity, WindowsCounters } from "../contract/process.ts";
import type { RawProcess } from "./process-reader.ts";

export interface ProcessDifference {
  readonly removed: readonly ProcessIdentity[];
  readonly changed: readonly RawProcess[];
}

/**
 * What makes `next` out of `old`, both by PID. A PID with another start stamp is another process: the old one is
 * removed, the new one changed. Equal rows are not mentioned.
 */
export function diffProcesses(
  old: ReadonlyMap<number, RawProcess>,
  next: ReadonlyMap<number, RawProcess>,
): ProcessDifference {
  const removed: ProcessIdentity[] = [];
  for (const row of old.values()) {
    if (next.get(row.pid)?.start !== row.start) removed.push({ pid: row.pid, start: row.start });
  }
  const changed: RawProcess[] = [];
  for (const row of next.values()) {
    const before = old.get(row.pid);
    if (!before || !sameProcess(before, row)) changed.push(row);
  }
  return { removed, changed };
}

/** Equal in every field. */
export function sameProcess(a: RawProcess, b: RawProcess): boolean {
  return (
    a === b ||
    (a.pid === b.pid &&
      a.start === b.start &&
      a.cpuMs === b.cpuMs &&
      a.rssBytes === b.rssBytes &&
      a.ppid === b.ppid &&
      a.threads === b.threads &&
      a.name === b.name &&
      a.command === b.command &&
      a.owner === b.owner &&
      a.containerId === b.containerId &&
      a.unreadable === b.unreadable &&
      samePids(a.nsPids, b.nsPids) &&
      sameCounters(a.windows, b.windows))
  );
}

function samePids(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((pid, index) => pid === b[index]);
}

function sameCounters(a: WindowsCounters | null, b: WindowsCounters | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.handles === b.handles &&
    a.nonPagedBytes === b.nonPagedBytes &&
    a.pagedBytes === b.pagedBytes &&
    a.virtualBytes === b.virtualBytes &&
    a.sessionId === b.sessionId &&
    a.siloId === b.siloId
  );
}
