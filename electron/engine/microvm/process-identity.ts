import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "../../contract/process.ts";

/** The fields of `/proc/PID/stat` after the name, which may hold anything. The first is field 3. */
export const fieldsAfterName = (stat: string): readonly string[] =>
  stat.slice(stat.lastIndexOf(")") + 2).split(" ");

/** Field 22 of `/proc/PID/stat`; null when the text is not such a line. */
export function startOf(stat: string): string | null {
  const start = fieldsAfterName(stat)[19];
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

/** The processes that this one has started and that are still there. */
export function childrenOf(pid: number): readonly ProcessIdentity[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim().split(" ");
    return pids.filter(Boolean).flatMap((child) => identify(Number(child)) ?? []);
  } catch {
    return [];
  }
}

export const isAlive = ({ pid, start }: ProcessIdentity): boolean => identify(pid)?.start === start;
