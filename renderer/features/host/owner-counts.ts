import type { Attribution, HostEntry } from "./host-entry.ts";

export interface OwnedCounts {
  /** Processes that run in containers of the host's own kernel. */
  readonly inside: number;
  /** Worker processes, one for each VM. */
  readonly workers: number;
}

export function countOwned(owners: ReadonlyMap<string, Attribution>): OwnedCounts {
  let inside = 0;
  let workers = 0;
  for (const { role } of owners.values()) {
    if (role === "main" || role === "member") inside++;
    if (role === "worker") workers++;
  }
  return { inside, workers };
}

/** Rows of which the host did not tell everything. */
export function countUnreadable(entries: readonly HostEntry[]): number {
  let count = 0;
  for (const { row } of entries) if (row.unreadable !== null) count++;
  return count;
}
