import type { Container, ContainerState, Footprint } from "../contract/container.ts";
import type { Action, Capability, EngineStatus } from "../contract/engine.ts";
import { summarise } from "../contract/errors.ts";
import type { ProcessIdentity } from "../contract/process.ts";
import type { EngineContainer } from "../engine/engine.ts";
import { containerKey } from "./container-key.ts";
import { type HostWitness, withHostEvidence } from "./host-witness.ts";

/** The engine's description and the host's rows as one published record. */
export function containerRecord(
  status: EngineStatus,
  told: EngineContainer,
  host: HostWitness,
  pending: ContainerState | null,
): Container {
  const seen = withHostEvidence(told, host);
  const { mainPid: _main, guestPid: _guest, worker: _worker, utilityVm: _vm, ...rest } = seen;
  const { hostProcesses: _host, hostProcessesBy: _by, fileServers: _servers, ...described } = rest;
  return {
    ...described,
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

/** Whether the host may still have rows of it. */
export const isLiving = ({ state }: Pick<EngineContainer, "state">): boolean => LIVING.has(state);

function footprintOf(seen: EngineContainer, host: HostWitness): Footprint {
  if (!isLiving(seen)) return { kind: "none" };
  if (seen.worker) return { kind: "worker", worker: seen.worker };
  if (seen.isolation === "hyperv") return vmFootprint(host);
  const main = seen.mainPid === null ? undefined : host.byPid(seen.mainPid);
  if (!main && host.rows.length === 0) {
    return { kind: "unknown", why: "The host process table has no row for it yet." };
  }
  const identity: ProcessIdentity | null = main ? { pid: main.pid, start: main.start } : null;
  const others = host.rows.filter((row) => row.pid !== main?.pid).length;
  const evidence = host.siloEvidence === null ? {} : { evidence: host.siloEvidence };
  return { kind: "processes", main: identity, others, ...evidence };
}

function vmFootprint({ vm }: HostWitness): Footprint {
  if (!vm) return { kind: "unknown", why: "The worker process has not been found yet." };
  if (!vm.worker) return { kind: "unknown", why: vm.why };
  const { pid, start, name, evidence } = vm.worker;
  return { kind: "worker", worker: { pid, start, name }, evidence };
}

function withheld(actions: EngineContainer["actions"], status: EngineStatus): Record<Action, Capability> {
  const reason = status.error ? summarise(status.error) : `${status.title} is not live.`;
  const no: Capability = { can: false, reason };
  return { ...actions, start: no, stop: no, kill: no, restart: no, pause: no, unpause: no, remove: no };
}
