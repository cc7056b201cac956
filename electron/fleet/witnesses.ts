import type { Engine, EngineContainer } from "../engine/engine.ts";

/** One engine's row. */
export interface Member {
  readonly engine: Engine;
  readonly seen: EngineContainer;
}

/** Where rows of one container meet: containerd's VM of a container is called `<id>@vm` by the Host Compute Service. */
export const commonId = (id: string): string => id.replace(/@vm$/, "");

/**
 * The rows to publish of all that have one {@link commonId}. Rows of engines that see only their own are published
 * each, with what they leave open filled from a row of an engine that sees the whole host; such a row appears by
 * itself where no owner answers, then described in the words of the owner that did. Depends on no order.
 */
export function publishedOf(members: readonly Member[]): readonly Member[] {
  const ordered = [...members].sort(byName);
  const owners = ordered.filter(({ engine }) => engine.sees !== "host");
  const witnesses = ordered.filter(({ engine }) => engine.sees === "host");
  const [witness] = [...witnesses.filter(isLive), ...witnesses];
  if (!witness) return owners;
  const answering = owners.filter(isLive);
  if (answering.length > 0 || (owners.length > 0 && !isLive(witness))) {
    const shown = answering.length > 0 ? answering : owners;
    return shown.map(({ engine, seen }) => ({ engine, seen: witnesses.reduce(fillGaps, seen) }));
  }
  const seen = witnesses.reduce(fillGaps, witness.seen);
  const [owner] = owners;
  return [{ engine: witness.engine, seen: owner ? describedBy(owner.seen, seen) : seen }];
}

const isLive = ({ engine }: Member): boolean => engine.status.state === "live";

/** A container's own row comes before its VM's. */
function byName(a: Member, b: Member): number {
  const vm = Number(a.seen.id !== commonId(a.seen.id)) - Number(b.seen.id !== commonId(b.seen.id));
  return vm || compare(a.engine.id, b.engine.id) || compare(a.seen.id, b.seen.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function fillGaps(seen: EngineContainer, { seen: other }: Member): EngineContainer {
  const isolation = seen.isolation === null && other.isolation !== null ? other : seen;
  const processes = seen.hostProcesses ? seen : other;
  return {
    ...seen,
    isolation: isolation.isolation,
    isolationEvidence: isolation.isolationEvidence,
    state: seen.state === "unknown" ? other.state : seen.state,
    utilityVm: seen.utilityVm ?? other.utilityVm ?? null,
    hostProcesses: processes.hostProcesses ?? [],
    hostProcessesBy: processes.hostProcessesBy ?? null,
  };
}

/** What does not change while a container lives. */
function describedBy(owner: EngineContainer, seen: EngineContainer): EngineContainer {
  const { name, image, command, ports, tty, interactive } = owner;
  return { ...seen, name, image, command, ports, tty, interactive };
}
