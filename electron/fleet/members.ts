import type { Engine, EngineContainer } from "../engine/engine.ts";
import { containerKey } from "./container-key.ts";
import { commonId, type Member, publishedOf } from "./witnesses.ts";

/** Keys of published rows that may differ now, and of those that are gone. */
export interface Regrouped {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** What all engines list, and of it the rows to publish: one for each container, whoever tells of it. */
export class Members {
  /** By common id, then by the engine's own key. */
  readonly #groups = new Map<string, Map<string, Member>>();
  readonly #published = new Map<string, Member>();
  /** Published keys by common id. */
  readonly #keys = new Map<string, readonly string[]>();

  get(key: string): Member | undefined {
    return this.#published.get(key);
  }

  /** Of all published rows. */
  keys(): readonly string[] {
    return [...this.#published.keys()];
  }

  idsOf(engine: Engine): string[] {
    return [...this.#groups.values()]
      .flatMap((group) => [...group.values()])
      .filter((member) => member.engine === engine)
      .map(({ seen }) => seen.id);
  }

  take(engine: Engine, upsert: readonly EngineContainer[], remove: readonly string[]): Regrouped {
    for (const id of remove) this.#groups.get(commonId(id))?.delete(containerKey(engine.id, id));
    for (const seen of upsert) {
      const id = commonId(seen.id);
      const group = this.#groups.get(id) ?? new Map<string, Member>();
      this.#groups.set(id, group.set(containerKey(engine.id, seen.id), { engine, seen }));
    }
    return this.#regroup([...remove, ...upsert.map(({ id }) => id)]);
  }

  /** The engine's state has changed, and with it perhaps whose row is published. */
  reconsider(engine: Engine): Regrouped {
    return this.#regroup(this.idsOf(engine));
  }

  #regroup(ids: readonly string[]): Regrouped {
    const changed: string[] = [];
    const gone: string[] = [];
    for (const id of new Set(ids.map(commonId))) {
      const before = this.#keys.get(id) ?? [];
      const after = this.#publish(id);
      changed.push(...after);
      gone.push(...before.filter((key) => !after.includes(key)));
    }
    for (const key of gone) this.#published.delete(key);
    return { changed, gone };
  }

  #publish(id: string): readonly string[] {
    const group = this.#groups.get(id);
    if (!group || group.size === 0) {
      this.#groups.delete(id);
      this.#keys.delete(id);
      return [];
    }
    const keys = publishedOf([...group.values()]).map((member) => {
      const key = containerKey(member.engine.id, member.seen.id);
      this.#published.set(key, member);
      return key;
    });
    this.#keys.set(id, keys);
    return keys;
  }
}
