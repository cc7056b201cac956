import type { HostProcess } from "../contract/process.ts";
import type { EngineContainer } from "../engine/engine.ts";
import { type NamedProcesses, provenRows, siloEvidence } from "../model/silo-members.ts";
import type { VmProcesses } from "../model/vm-processes.ts";
import type { HostIndex } from "./host-index.ts";

/** What the host shows of one container at this moment. */
export interface HostWitness {
  /** Rows the operating system attributes to the container, those its engine names by PID and start, and their silo's. */
  readonly rows: readonly HostProcess[];
  /** How those rows are known to be its that only its silo tells; null when there is none. */
  readonly siloEvidence: string | null;
  byPid(pid: number): HostProcess | undefined;
  /** Its utility VM; null for a container without one. */
  readonly vm: VmProcesses | null;
}

/** `silos` are the container's alone. */
export function hostWitness(
  host: HostIndex,
  seen: EngineContainer,
  vm: VmProcesses | null,
  silos: readonly number[],
): HostWitness {
  const told = host.ofContainer(seen.id);
  const byPid = (pid: number) => host.byPid(pid);
  if (!seen.hostProcesses?.length && silos.length === 0) return { rows: told, siloEvidence: null, byPid, vm };
  const rows = new Map(told.map((row) => [row.pid, row]));
  for (const identity of seen.hostProcesses ?? []) {
    const row = host.byIdentity(identity);
    if (row) rows.set(row.pid, row);
  }
  const inSilos = silos.flatMap((silo) => host.ofSilo(silo));
  const proven = inSilos.length === 0 ? [] : provenRows(namedProcesses(seen), byPid);
  const known = new Set(proven.map(({ pid }) => pid));
  const bySilo = inSilos.filter(({ pid }) => !known.has(pid) && !rows.has(pid));
  for (const row of inSilos) rows.set(row.pid, row);
  return { rows: [...rows.values()], siloEvidence: siloEvidence(proven, bySilo), byPid, vm };
}

export function namedProcesses({
  hostProcesses,
  mainPid,
  startedAt,
  isolation,
}: EngineContainer): NamedProcesses {
  // Under another isolation the number is not the host's.
  return { own: hostProcesses ?? [], mainPid: isolation === "process" ? mainPid : null, startedAt };
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
  const named = new Map(seen.hostProcesses?.map(({ pid, start }) => [pid, start]));
  const row = host.rows.find(({ pid, start }) => named.get(pid) === start);
  if (!row) return seen;
  const isolationEvidence = `${row.name} ${row.pid} is in its list and in the host's, with one start time`;
  return { ...seen, isolation: "process", isolationEvidence };
}
