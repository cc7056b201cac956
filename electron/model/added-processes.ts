import type { AddedProcess } from "../contract/compare.ts";
import type { HostProcess } from "../contract/process.ts";
import type { Scope } from "../contract/scope.ts";
import { vmRole } from "./vm-processes.ts";

export interface AddedRow {
  readonly row: HostProcess;
  readonly role: AddedProcess["role"];
}

/**
 * Every host process that is there because of the container: what its scope attributes to it, and whatever has been
 * born for it above its own processes, such as containerd's shim. A parent that was there before is not its cost.
 *
 * @param bornForIt whether the process was first seen after the launch began.
 */
export function addedRows(
  { related, worker }: Pick<Scope, "related" | "worker">,
  hostByPid: (pid: number) => HostProcess | undefined,
  bornForIt: (row: HostProcess) => boolean,
): readonly AddedRow[] {
  const own = related.map((row): AddedRow => ({ row, role: roleOf(row, worker) }));
  const found = new Map(own.map((added) => [added.row.pid, added]));
  for (const { row } of own) {
    for (let parent = hostByPid(row.ppid); parent; parent = hostByPid(parent.ppid)) {
      if (found.has(parent.pid) || !bornForIt(parent)) break;
      found.set(parent.pid, { row: parent, role: "shim" });
    }
  }
  return [...found.values()];
}

function roleOf(row: HostProcess, worker: Scope["worker"]): AddedProcess["role"] {
  if (worker && row.pid === worker.pid && row.start === worker.start) return "worker";
  return vmRole(row.name) === "memory" ? "vm-memory" : "container";
}
