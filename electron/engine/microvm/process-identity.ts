import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "../../contract/process.ts";

/** Field 22 of `/proc/PID/stat`; null when the text is not such a line. The name before it may hold anything. */
export function startOf(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const start = fields[19];
  return start !== undefined && /^\d+$/.test(start) ? start : null;
}

/**
 * PID and start stamp of a process of this host, or null when it is gone. Read synchronously, so that nothing can
 * happen between starting a process and knowing which one it is.
 */
export function identify(pid: number): ProcessIdentity | null {
  try {
    const start = startOf(readFileSync(`/proc/${pid}/stat`, "latin1"));
    return start === null ? null : { pid, start };
  } catch {
    return null;
  }
}

export const isAlive = ({ pid, start }: ProcessIdentity): boolean => identify(pid)?.start === start;
