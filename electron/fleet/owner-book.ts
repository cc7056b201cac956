import { isDeepStrictEqual } from "node:util";
import { LiveStore } from "../contract/live-store.ts";
import type { OwnerRole, ProcessOwner } from "../contract/owner.ts";
import { processKey } from "../processes/process-table.ts";
import { KeyJoins } from "./key-joins.ts";

/** The closer one first: a process in a container may be the worker of a VM that is started there. */
const CLOSENESS: readonly OwnerRole[] = ["worker", "vm-memory", "main", "member", "shim", "file-server"];

/** Whose each host process is, over all containers. Says only what changes. */
export class OwnerBook {
  readonly live: LiveStore<ProcessOwner>;
  /** By container, then by process. */
  readonly #claims = new Map<string, ReadonlyMap<string, ProcessOwner>>();
  readonly #claimants = new KeyJoins<string>();

  constructor(onWatched: (watched: boolean) => void) {
    this.live = new LiveStore<ProcessOwner>({ onWatched });
  }

  get watched(): boolean {
    return this.live.watchers > 0;
  }

  /** Replaces what is known of these containers' processes; an empty list for one that has none any more. */
  set(known: readonly (readonly [container: string, owners: readonly ProcessOwner[]])[]): void {
    const touched = new Set<string>();
    for (const [container, owners] of known) this.#replace(container, owners, touched);
    this.#publish(touched);
  }

  /** Forgets everything, for when nobody looks. */
  clear(): void {
    this.set([...this.#claims.keys()].map((container) => [container, []]));
  }

  #replace(container: string, owners: readonly ProcessOwner[], touched: Set<string>): void {
    const before = this.#claims.get(container);
    const after = new Map(owners.map((owner) => [processKey(owner), owner]));
    for (const key of before?.keys() ?? []) touched.add(key);
    for (const key of after.keys()) touched.add(key);
    if (after.size === 0) this.#claims.delete(container);
    else this.#claims.set(container, after);
    this.#claimants.set(container, [...after.keys()]);
  }

  #publish(touched: ReadonlySet<string>): void {
    const upsert: (readonly [string, ProcessOwner])[] = [];
    const remove: string[] = [];
    for (const key of touched) {
      const owner = this.#closest(key);
      if (!owner) remove.push(key);
      else if (!isDeepStrictEqual(owner, this.live.get(key))) upsert.push([key, owner]);
    }
    this.live.update(upsert, remove);
  }

  #closest(key: string): ProcessOwner | undefined {
    const containers = new Set<string>();
    this.#claimants.collect([key], containers);
    const owners = [...containers].flatMap((container) => this.#claims.get(container)?.get(key) ?? []);
    return owners.sort(byCloseness)[0];
  }
}

/** One process under two rows of the same container is the first's. */
function byCloseness(a: ProcessOwner, b: ProcessOwner): number {
  const closeness = CLOSENESS.indexOf(a.role) - CLOSENESS.indexOf(b.role);
  return closeness || (a.container < b.container ? -1 : 1);
}
