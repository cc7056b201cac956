import type { HostProcess } from "../contract/process.ts";
import type { EngineContainer } from "../engine/engine.ts";
import type { VmProcesses } from "../model/vm-processes.ts";
import type { HostIndex } from "./host-index.ts";

/** What the host shows of one container at this moment. */
export interface HostWitness {
  /** Rows the operating system attributes to the container, and those its engine names by PID and start. */
  readonly rows: readonly HostProcess[];
  byPid(pid: number): HostProcess | undefined;
  /** Its utility VM; null for a container without one. */
  readonly vm: VmProcesses | null;
}

export function hostWitness(host: HostIndex, seen: EngineContainer, vm: VmProcesses | null): HostWitness {
  const told = host.ofContainer(seen.id);
  const byPid = (pid: number) => host.byPid(pid);
  if (!seen.hostProcesses?.length) return { rows: told, byPid, vm };
  const rows = new Map(told.map((row) => [row.pid, row]));
  for (const identity of seen.hostProcesses) {
    const row = host.byIdentity(identity);
    if (row) rows.set(row.pid, row);
  }
  return { rows: [...rows.values()], byPid, vm };
}

/**
 * The isolation an engine could not tell, as far as the host shows it: a process that both lists have is under process
 * isolation, a VM that has its worker process is under VM isolation.
 */
export function withHostEvidence(seen: EngineContainer, host: HostWitness): EngineContainer {
  if (seen.isolation !== null) return seen;
  const worker = host.vm?.worker;
  if (worker?.named) {
    const isolationEvidence = `${worker.name} ${worker.pid} on the host ${worker.evidence}`;
    return { ...seen, isolation: "hyperv", isolationEvidence };
  }
  const named = new Set(seen.hostProcesses?.map(({ pid }) => pid));
  const row = host.rows.find(({ pid }) => named.has(pid));
  if (!row) return seen;
  const isolationEvidence = `${row.name} ${row.pid} is in its list and in the host's, with one start time`;
  return { ...seen, isolation: "process", isolationEvidence };
}
