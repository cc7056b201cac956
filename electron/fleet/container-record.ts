import type { Container, ContainerState, Footprint, Usage } from "../contract/container.ts";
import type { Action, Capability, EngineStatus } from "../contract/engine.ts";
import { summarise } from "../contract/errors.ts";
import type { HostProcess, ProcessIdentity } from "../contract/process.ts";
import type { EngineContainer } from "../engine/engine.ts";

export const containerKey = (engine: string, id: string): string => `${engine}/${id}`;

/** What the host shows of one container at this moment. */
export interface HostWitness {
  /** Rows the operating system attributes to the container. */
  readonly rows: readonly HostProcess[];
  byPid(pid: number): HostProcess | undefined;
}

/** The engine's description and the host's rows as one published record. */
export function containerRecord(
  status: EngineStatus,
  seen: EngineContainer,
  host: HostWitness,
  pending: ContainerState | null,
): Container {
  const { mainPid: _mainPid, worker: _worker, ...told } = seen;
  return {
    ...told,
    image: { ...seen.image },
    ports: [...seen.ports],
    key: containerKey(status.id, seen.id),
    engine: status.id,
    state: pending ?? seen.state,
    footprint: footprintOf(seen, host),
    actions: status.state === "live" ? { ...seen.actions } : withheld(seen.actions, status),
  };
}

const LIVING: ReadonlySet<ContainerState> = new Set(["starting", "running", "paused", "stopping"]);

export function footprintOf(seen: EngineContainer, host: HostWitness): Footprint {
  if (!LIVING.has(seen.state)) return { kind: "none" };
  if (seen.worker) return { kind: "worker", worker: seen.worker };
  if (seen.isolation === "hyperv")
    return { kind: "unknown", why: "The worker process has not been found yet." };
  const main = seen.mainPid === null ? undefined : host.byPid(seen.mainPid);
  if (!main && host.rows.length === 0) {
    return { kind: "unknown", why: "The host process table has no row for it yet." };
  }
  const identity: ProcessIdentity | null = main ? { pid: main.pid, start: main.start } : null;
  const others = host.rows.filter((row) => row.pid !== main?.pid).length;
  return { kind: "processes", main: identity, others };
}

/** CPU and memory of one container from host rows; null when the host shows nothing of it. */
export function usageOf(
  key: string,
  seen: EngineContainer,
  host: HostWitness,
  sampledAt: number,
): Usage | null {
  if (!LIVING.has(seen.state)) return null;
  if (seen.worker) {
    const row = host.byPid(seen.worker.pid);
    if (!row || row.start !== seen.worker.start) return null;
    return sum(key, [row], `Resident memory of the worker process ${seen.worker.name}`, sampledAt);
  }
  if (host.rows.length === 0) return null;
  return sum(
    key,
    host.rows,
    "Resident memory of its host processes, shared pages counted each time",
    sampledAt,
  );
}

function sum(key: string, rows: readonly HostProcess[], memoryMeans: string, sampledAt: number): Usage {
  return {
    key,
    cpuPercent: total(rows.map((row) => row.cpuPercent)),
    memoryBytes: total(rows.map((row) => row.rssBytes)),
    memoryMeans,
    sampledAt,
  };
}

/** Null only when no row had a value: an unreadable process among readable ones does not hide the rest. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

function withheld(actions: EngineContainer["actions"], status: EngineStatus): Record<Action, Capability> {
  const reason = status.error ? summarise(status.error) : `${status.title} is not live.`;
  const no: Capability = { can: false, reason };
  return { ...actions, stop: no, kill: no, restart: no, pause: no, unpause: no, remove: no };
}
