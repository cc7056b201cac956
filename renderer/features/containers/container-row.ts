import type { Container } from "../../../electron/contract/container.ts";
import type { Action, Capability, EngineStatus } from "../../../electron/contract/engine.ts";
import { formatTime } from "../../../electron/model/format.ts";
import type { UsageTrack } from "../../engine/usage-track.ts";

/** One container as the list shows it. */
export interface ContainerRow {
  readonly key: string;
  readonly container: Container;
  /** Undefined until the engines are known. */
  readonly engine: EngineStatus | undefined;
  readonly usage: UsageTrack | undefined;
  /** Why the row is not current, in words; null while it is. */
  readonly stale: string | null;
  /** What has been asked for and is not done. */
  readonly pending: Action | undefined;
  /** What failed when it was last asked for something, until that is dismissed; null otherwise. */
  readonly trouble: string | null;
}

const ACTIVE = new Set(["starting", "running", "paused", "stopping", "removing"]);

export const isActive = (container: Container): boolean => ACTIVE.has(container.state);

/** Why the rows of an engine are not current; null when they are. */
export function staleReason(engine: EngineStatus | undefined): string | null {
  if (!engine || engine.state === "live" || engine.state === "connecting") return null;
  const seen = engine.lastSeen === null ? "" : ` Last sample ${formatTime(engine.lastSeen)}.`;
  return `${engine.title} is not answering.${seen}`;
}

export interface RowSources {
  readonly containers: Iterable<Container>;
  readonly engines: ReadonlyMap<string, EngineStatus>;
  readonly usage: ReadonlyMap<string, UsageTrack>;
  readonly pending: ReadonlyMap<string, Action>;
  /** By container. */
  readonly troubles: ReadonlyMap<string, string>;
  /** Set while the page has lost its host: then nothing is current. */
  readonly lost: string | null;
}

export function toRows(sources: RowSources): ContainerRow[] {
  return Array.from(sources.containers, (container) => ({
    key: container.key,
    container,
    engine: sources.engines.get(container.engine),
    usage: isActive(container) ? sources.usage.get(container.key) : undefined,
    stale: sources.lost ?? staleReason(sources.engines.get(container.engine)),
    pending: sources.pending.get(container.key),
    trouble: sources.troubles.get(container.key) ?? null,
  }));
}

/** Whether an action can be done now: the engine must say so, answer, and not be busy with another. */
export function capabilityOf(row: ContainerRow, action: Action): Capability {
  if (row.stale) return { can: false, reason: row.stale };
  if (row.pending) return { can: false, reason: "Another action is under way." };
  return row.container.actions[action];
}
