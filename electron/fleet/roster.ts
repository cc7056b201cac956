import { isDeepStrictEqual } from "node:util";
import type { Container, ContainerState, Usage } from "../contract/container.ts";
import type { Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { Engine, EngineContainer } from "../engine/engine.ts";
import { containerKey, containerRecord, type HostWitness, usageOf } from "./container-record.ts";
import type { HostChange, HostIndex } from "./host-index.ts";

interface Member {
  readonly engine: Engine;
  readonly seen: EngineContainer;
}

/**
 * The one list over all engines. A row changes when its engine says so, when the host shows something else of it, or
 * when an action on it is under way. The host is read only while the list or the usage is watched.
 */
export class Roster {
  readonly containers: LiveStore<Container>;
  readonly usage: LiveStore<Usage>;
  readonly #host: HostIndex;
  readonly #members = new Map<string, Member>();
  /** By what the host knows of a container: its id (processes) or its worker's PID. */
  readonly #keyById = new Map<string, string>();
  readonly #keyByWorker = new Map<number, string>();
  readonly #pending = new Map<string, ContainerState>();
  readonly #stop: Unsubscribe[] = [];
  #release: Unsubscribe | null = null;

  constructor(engines: readonly Engine[], host: HostIndex) {
    this.#host = host;
    const onWatched = () => this.#watchHost();
    this.containers = new LiveStore<Container>({ onWatched });
    this.usage = new LiveStore<Usage>({ onWatched });
    for (const engine of engines) this.#join(engine);
  }

  member(key: string): Member | undefined {
    return this.#members.get(key);
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
    this.#stop.push(
      engine.containers.subscribe({
        snapshot: ({ entries }) => {
          const ids = new Set(entries.map(([id]) => id));
          const gone = this.#idsOf(engine).filter((id) => !ids.has(id));
          this.#take(engine, entries, gone);
        },
        change: ({ upsert, remove }) => this.#take(engine, upsert, remove),
        fail: () => {},
      }),
      engine.onStatus(() => this.#publish(this.#idsOf(engine).map((id) => containerKey(engine.id, id)))),
    );
  }

  #idsOf(engine: Engine): string[] {
    return [...this.#members.values()]
      .filter((member) => member.engine === engine)
      .map(({ seen }) => seen.id);
  }

  #take(
    engine: Engine,
    upsert: readonly (readonly [string, EngineContainer])[],
    remove: readonly string[],
  ): void {
    for (const id of remove) this.#forget(containerKey(engine.id, id));
    const keys = upsert.map(([, seen]) => {
      const key = containerKey(engine.id, seen.id);
      this.#forget(key);
      this.#members.set(key, { engine, seen });
      this.#keyById.set(seen.id, key);
      if (seen.worker) this.#keyByWorker.set(seen.worker.pid, key);
      return key;
    });
    const gone = remove.map((id) => containerKey(engine.id, id));
    this.#publish(keys, gone);
    this.#sampleUsage([...keys, ...gone]);
  }

  #forget(key: string): void {
    const member = this.#members.get(key);
    if (!member) return;
    this.#members.delete(key);
    this.#keyById.delete(member.seen.id);
    if (member.seen.worker) this.#keyByWorker.delete(member.seen.worker.pid);
  }

  #watchHost(): void {
    const watched = this.containers.watchers > 0 || this.usage.watchers > 0;
    if (watched && !this.#release) {
      this.#release = this.#host.hold((change) => this.#onHost(change));
    } else if (!watched && this.#release) {
      this.#release();
      this.#release = null;
    }
  }

  #onHost(change: HostChange): void {
    const keys = new Set<string>();
    for (const id of change.containerIds) addTo(keys, this.#keyById.get(id));
    if (this.#keyByWorker.size > 0) {
      for (const pid of change.pids) addTo(keys, this.#keyByWorker.get(pid));
    }
    this.#publish([...keys]);
    this.#sampleUsage([...keys]);
  }

  #witness(seen: EngineContainer): HostWitness {
    return { rows: this.#host.ofContainer(seen.id), byPid: (pid) => this.#host.byPid(pid) };
  }

  #publish(keys: readonly string[], gone: readonly string[] = []): void {
    const changed = keys.flatMap((key) => {
      const member = this.#members.get(key);
      if (!member) return [];
      const next = containerRecord(
        member.engine.status,
        member.seen,
        this.#witness(member.seen),
        this.#pending.get(key) ?? null,
      );
      return isDeepStrictEqual(next, this.containers.get(key)) ? [] : [[key, next] as const];
    });
    this.containers.update(changed, gone);
  }

  #sampleUsage(keys: readonly string[]): void {
    const upsert: (readonly [string, Usage])[] = [];
    const remove: string[] = [];
    for (const key of keys) {
      const member = this.#members.get(key);
      const usage = member ? usageOf(key, member.seen, this.#witness(member.seen), this.#host.at) : null;
      if (usage) upsert.push([key, usage]);
      else remove.push(key);
    }
    this.usage.update(upsert, remove);
  }
}

function addTo(keys: Set<string>, key: string | undefined): void {
  if (key !== undefined) keys.add(key);
}
