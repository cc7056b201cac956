import type { Usage } from "../contract/container.ts";
import type { HostProcess, ProcessIdentity } from "../contract/process.ts";
import type { EngineContainer } from "../engine/engine.ts";
import { isLiving } from "./container-record.ts";
import { type HostWitness, withHostEvidence } from "./host-witness.ts";

/** What is counted: whose CPU, whose memory, and what the latter means. */
interface Counted {
  readonly cpu: readonly HostProcess[];
  readonly memory: readonly HostProcess[];
  readonly means: string;
}

/** CPU and memory of one container from host rows; null when the host shows nothing of it. */
export function usageOf(
  key: string,
  told: EngineContainer,
  host: HostWitness,
  sampledAt: number,
): Usage | null {
  const seen = withHostEvidence(told, host);
  const counted = isLiving(seen) ? countedOf(seen, host) : null;
  if (!counted) return null;
  return {
    key,
    cpuPercent: total(counted.cpu.map((row) => row.cpuPercent)),
    memoryBytes: total(counted.memory.map((row) => row.rssBytes)),
    memoryMeans: counted.means,
    sampledAt,
  };
}

function countedOf(seen: EngineContainer, host: HostWitness): Counted | null {
  if (seen.worker || seen.isolation === "hyperv") return countedVm(seen, host);
  if (host.rows.length === 0) return null;
  const means = "Resident memory of its host processes, shared pages counted each time";
  return { cpu: host.rows, memory: host.rows, means };
}

function countedVm(seen: EngineContainer, host: HostWitness): Counted | null {
  const worker = rowOf(seen.worker ?? host.vm?.worker ?? null, host);
  const memory = rowOf(host.vm?.memory ?? null, host);
  if (memory) {
    const cpu = worker ? [worker, memory] : [memory];
    return { cpu, memory: [memory], means: `Working set of ${memory.name}, which holds the VM's memory` };
  }
  return worker && { cpu: [worker], memory: [worker], means: workerMeans(seen, host) };
}

/** QEMU's process holds the guest's memory, vmwp does not. */
function workerMeans(seen: EngineContainer, host: HostWitness): string {
  if (seen.worker) return `Resident memory of the worker process ${seen.worker.name}`;
  return `Working set of the worker process ${host.vm?.worker?.name}: the host shows no vmmem with the VM's memory`;
}

function rowOf(identity: ProcessIdentity | null, host: HostWitness): HostProcess | null {
  const row = identity ? host.byPid(identity.pid) : undefined;
  return row && row.start === identity?.start ? row : null;
}

/** Null only when no row had a value: an unreadable process among readable ones does not hide the rest. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
