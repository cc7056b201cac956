import type { HostEntry } from "./host-entry.ts";

export interface OwnedCounts {
  /** Processes that run in containers of the host's own kernel. */
  readonly inside: number;
  /** Worker processes, one for each VM. */
  readonly workers: number;
}

export function countOwned(entries: readonly HostEntry[]): OwnedCounts {
  let inside = 0;
  let workers = 0;
  for (const { owner } of entries) {
    if (owner?.role === "main" || owner?.role === "member") inside++;
    if (owner?.role === "worker") workers++;
  }
  return { inside, workers };
}

/** Rows of which the host did not tell everything. */
export function countUnreadable(entries: readonly HostEntry[]): number {
  let count = 0;
  for (const { row } of entries) if (row.unreadable !== null) count++;
  return count;
}
