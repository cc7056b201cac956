import { isDeepStrictEqual } from "node:util";
import type { Container, ContainerState, Usage } from "../contract/container.ts";
import type { LiveChange, LiveSource, Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { ProcessOwner } from "../contract/owner.ts";
import type { Engine, EngineContainer } from "../engine/engine.ts";
import type { VmProcesses } from "../model/vm-processes.ts";
import { ownersOf } from "./container-owners.ts";
import { containerRecord, isLiving } from "./container-record.ts";
import { usageOf } from "./container-usage.ts";
import type { HostChange, HostIndex } from "./host-index.ts";
import { type HostWitness, hostWitness, withHostEvidence } from "./host-witness.ts";
import { KeyJoins } from "./key-joins.ts";
import { Members, type Regrouped } from "./members.ts";
import { OwnerBook } from "./owner-book.ts";
import { SiloBook } from "./silo-book.ts";
import { VmBook } from "./vm-book.ts";
import type { Member } from "./witnesses.ts";

/** A published container, with the isolation, the VM processes and the server silos that the host shows. */
export interface JoinedMember extends Member {
  readonly vm: VmProcesses | null;
  readonly silos: readonly number[];
  readonly siloEvidence: string | null;
}

/**
 * The one list over all engines. A row changes when an engine says so, when the host shows something else of it, or
 * when an action on it is under way. The host is read only while the list, the usage or the owners are watched.
 */
export class Roster {
  readonly containers: LiveStore<Container>;
  readonly usage: LiveStore<Usage>;
  readonly #owners: OwnerBook;
  readonly #host: HostIndex;
  readonly #members = new Members();
  readonly #vms: VmBook;
  readonly #silos: SiloBook;
  /** By what the host knows of a container: its id, and the PIDs that are its own. */
  readonly #byId = new KeyJoins<string>();
  readonly #byPid = new KeyJoins<number>();
  readonly #pending = new Map<string, ContainerState>();
  readonly #stop: Unsubscribe[] = [];
  #release: Unsubscribe | null = null;

  constructor(engines: readonly Engine[], host: HostIndex) {
    this.#host = host;
    this.#vms = new VmBook(host.vmRows);
    this.#silos = new SiloBook(host);
    const onWatched = () => this.#watchHost();
    this.containers = new LiveStore<Container>({ onWatched });
    this.usage = new LiveStore<Usage>({ onWatched });
    this.#owners = new OwnerBook((watched) => this.#watchOwners(watched));
    for (const engine of engines) this.#join(engine);
  }

  /** Whose each host process is. */
  get owners(): LiveSource<ProcessOwner> {
    return this.#owners.live;
  }

  member(key: string): JoinedMember | undefined {
    const member = this.#members.get(key);
    if (!member) return undefined;
    // Not followed now, so that others' claims on a silo may be old.
    if (!this.#release) this.#withSilos(this.#members.keys());
    const host = this.#witness(key, member);
    const { vm, siloEvidence } = host;
    const seen = withHostEvidence(member.seen, host);
    return { engine: member.engine, seen, vm, silos: this.#silos.of(key), siloEvidence };
  }

  /** What the host shows now that a container uses; null when it shows nothing, or is not read. */
  usageNow(key: string): Usage | null {
    const member = this.#members.get(key);
    return member ? usageOf(key, member.seen, this.#witness(key, member), this.#host.at) : null;
  }

  /** Shows `state` for a row while an action on it runs; the returned function ends that. */
  markPending(key: string, state: ContainerState): Unsubscribe {
    this.#pending.set(key, state);
    this.#publish([key]);
    return () => {
      if (this.#pending.get(key) === state) this.#pending.delete(key);
      this.#publish([key]);
    };
  }

  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#release?.();
    this.#release = null;
  }

  #join(engine: Engine): void {
    const take = ({ upsert, remove }: Pick<LiveChange<EngineContainer>, "upsert" | "remove">) =>
      this.#regrouped(
        this.#members.take(
          engine,
          upsert.map(([, seen]) => seen),
          remove,
        ),
      );
    this.#stop.push(
      engine.containers.subscribe({
        snapshot: ({ entries }) => {
          const ids = new Set(entries.map(([id]) => id));
          const remove = this.#members.idsOf(engine).filter((id) => !ids.has(id));
          take({ upsert: entries, remove });
        },
        change: take,
        fail: () => {},
      }),
      engine.onStatus(() => this.#regrouped(this.#members.reconsider(engine))),
    );
  }

  #regrouped({ changed, gone }: Regrouped): void {
    for (const key of gone) this.#forget(key);
    for (const key of changed) this.#note(key);
    const keys = this.#withSilos([...changed, ...this.#vms.takeChanged()]);
    this.#publish(keys, gone);
    this.#derive([...keys, ...gone]);
  }

  #forget(key: string): void {
    this.#byId.delete(key);
    this.#byPid.delete(key);
    this.#vms.set(key, null);
    this.#silos.forget(key);
  }

  #note(key: string): void {
    const seen = this.#members.get(key)?.seen;
    if (!seen) return;
    this.#byId.set(key, [seen.id]);
    this.#vms.set(key, isLiving(seen) ? (seen.utilityVm ?? null) : null);
  }

  #watchHost(): void {
    const watched = this.containers.watchers > 0 || this.usage.watchers > 0 || this.#owners.watched;
    if (watched && !this.#release) {
      this.#release = this.#host.hold((change) => this.#onHost(change));
      // Whoever holds it already has heard of its rows; this has not.
      this.#update(this.#members.keys());
    } else if (!watched && this.#release) {
      this.#release();
      this.#release = null;
    }
  }

  #watchOwners(watched: boolean): void {
    this.#watchHost();
    if (watched) this.#attribute(this.#members.keys());
    else this.#owners.clear();
  }

  #onHost(change: HostChange): void {
    const keys = new Set<string>(this.#vms.takeChanged());
    this.#byId.collect(change.containers.all, keys);
    this.#byPid.collect(change.pids, keys);
    this.#silos.collect(change.silos.all, keys);
    this.#update(keys);
  }

  #update(keys: Iterable<string>): void {
    const all = this.#withSilos(keys);
    this.#publish(all);
    this.#derive(all);
  }

  /** These rows, and those that have other silos because of what the host shows of these. */
  #withSilos(keys: Iterable<string>): readonly string[] {
    const noted = new Set(keys);
    for (const key of noted) {
      const seen = this.#members.get(key)?.seen;
      if (seen) this.#silos.note(key, seen, this.#vms.of(key));
    }
    for (const key of this.#silos.takeChanged()) if (this.#members.get(key)) noted.add(key);
    return [...noted];
  }

  #witness(key: string, { seen }: Member): HostWitness {
    return hostWitness(this.#host, seen, this.#vms.of(key), this.#silos.of(key));
  }

  #publish(keys: readonly string[], gone: readonly string[] = []): void {
    const changed = keys.flatMap((key) => {
      const member = this.#members.get(key);
      if (!member) return [];
      const host = this.#witness(key, member);
      this.#byPid.set(key, pidsOf(member.seen, host.vm));
      const pending = this.#pending.get(key) ?? null;
      const next = containerRecord(member.engine.status, member.seen, host, pending);
      return isDeepStrictEqual(next, this.containers.get(key)) ? [] : [[key, next] as const];
    });
    this.containers.update(changed, gone);
  }

  /** What follows from rows and host for each container, of those that may have changed. */
  #derive(keys: readonly string[]): void {
    this.#sampleUsage(keys);
    this.#attribute(keys);
  }

  #attribute(keys: readonly string[]): void {
    if (!this.#owners.watched) return;
    this.#owners.set(
      keys.map((key) => {
        const member = this.#members.get(key);
        return [key, member ? ownersOf(key, member, this.#witness(key, member)) : []];
      }),
    );
  }

  #sampleUsage(keys: readonly string[]): void {
    const upsert: (readonly [string, Usage])[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const member = this.#members.get(key);
      const usage = member ? usageOf(key, member.seen, this.#witness(key, member), this.#host.at) : null;
      if (usage) upsert.push([key, usage]);
      else remove.push(key);
    }
    this.usage.update(upsert, remove);
  }
}

/** The host processes that are known to be its own. The operating system's own attribution comes by the id. */
function pidsOf(seen: EngineContainer, vm: VmProcesses | null): number[] {
  const own = [seen.worker, vm?.worker, vm?.memory].flatMap((process) => (process ? [process.pid] : []));
  if (seen.mainPid !== null) own.push(seen.mainPid);
  return [...own, ...[...(seen.hostProcesses ?? []), ...(seen.fileServers ?? [])].map(({ pid }) => pid)];
}
