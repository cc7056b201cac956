import { isDeepStrictEqual } from "node:util";
import { LiveStore } from "../../contract/live-store.ts";
import type { EngineContainer } from "../engine.ts";

/** The engine's rows: those of its own containers as they change, those of others as they are listed. */
export class RowList {
  readonly store: LiveStore<EngineContainer>;
  readonly #own = new Set<string>();

  constructor(onWatched: (watched: boolean) => void) {
    this.store = new LiveStore<EngineContainer>({ onWatched });
  }

  get watched(): boolean {
    return this.store.watchers > 0;
  }

  putOwn(row: EngineContainer): void {
    this.#own.add(row.id);
    if (!isDeepStrictEqual(this.store.get(row.id), row)) this.store.update([[row.id, row]]);
  }

  dropOwn(id: string): void {
    this.#own.delete(id);
    this.store.update([], [id]);
  }

  /** @param except ids of our own: a list that was asked for earlier may still name them. */
  replaceForeign(rows: readonly EngineContainer[], except: ReadonlySet<string>): void {
    const foreign = rows.filter(({ id }) => !this.#own.has(id) && !except.has(id));
    const own = [...this.store.values()].filter(({ id }) => this.#own.has(id));
    const entries = [...own, ...foreign].map((row) => [row.id, row] as const);
    this.store.replace(entries, isDeepStrictEqual);
  }
}
