import type { HostProcess, InsideProcess } from "../../contract/process.ts";
import type { Scope } from "../../contract/scope.ts";

/** A row and what it is: the container's own command, one with a partner on the other side, or neither. */
export interface Ordered<R> {
  readonly row: R;
  readonly mark: "main" | "linked" | null;
}

/** The container's own command first, the rest by PID: the same key on both sides keeps links from crossing. */
export function insideOrder({ inside, mainPid, links }: Scope): readonly Ordered<InsideProcess>[] {
  const linked = new Set(links.map(({ insidePid }) => insidePid));
  return ordered(inside, (row) => {
    if (row.pid === null) return null;
    return row.pid === mainPid ? "main" : linked.has(row.pid) ? "linked" : null;
  });
}

/** Under VM isolation the worker process is what stands for the container's command. */
export function hostOrder({ related, links, mainPid, worker }: Scope): readonly Ordered<HostProcess>[] {
  const main = links.find(({ insidePid }) => insidePid === mainPid)?.hostPid ?? worker?.pid;
  const linked = new Set(links.map(({ hostPid }) => hostPid));
  return ordered(related, ({ pid }) => (pid === main ? "main" : linked.has(pid) ? "linked" : null));
}

function ordered<R extends { readonly pid: number | null }>(
  rows: readonly R[],
  markOf: (row: R) => Ordered<R>["mark"],
): readonly Ordered<R>[] {
  const marked = rows.map((row) => ({ row, mark: markOf(row) }));
  const rank = ({ row, mark }: Ordered<R>) => (mark === "main" ? -1 : (row.pid ?? Number.POSITIVE_INFINITY));
  return marked.toSorted((a, b) => rank(a) - rank(b));
}
