import type { LiveChange, LiveSink, LiveSnapshot, LiveSource, Unsubscribe } from "./live-source.ts";

export interface LiveStoreOptions {
  /** Called when the first watcher comes and when the last one goes: work only while watched. */
  readonly onWatched?: (watched: boolean) => void;
}

/** A keyed collection that numbers its changes and tells its watchers. Items are compared by the writer, not here. */
export class LiveStore<T> implements LiveSource<T> {
  readonly #items = new Map<string, T>();
  readonly #sinks = new Set<LiveSink<T>>();
  readonly #options: LiveStoreOptions;
  #rev = 0;
  #joining = 0;

  constructor(options: LiveStoreOptions = {}) {
    this.#options = options;
  }

  get(key: string): T | undefined {
    return this.#items.get(key);
  }

  get size(): number {
    return this.#items.size;
  }

  get watchers(): number {
    return this.#sinks.size + this.#joining;
  }

  values(): IterableIterator<T> {
    return this.#items.values();
  }

  snapshot(): LiveSnapshot<T> {
    return { rev: this.#rev, entries: [...this.#items] };
  }

  subscribe(sink: LiveSink<T>): Unsubscribe {
    // What the first watcher sets going belongs into its snapshot: a change before it would look like a gap.
    this.#joining += 1;
    if (this.watchers === 1) this.#options.onWatched?.(true);
    this.#joining -= 1;
    this.#sinks.add(sink);
    sink.snapshot(this.snapshot());
    return () => {
      if (this.#sinks.delete(sink) && this.#sinks.size === 0) this.#options.onWatched?.(false);
    };
  }

  /** Applies and publishes one change. An empty one publishes nothing. */
  update(upsert: readonly (readonly [string, T])[], remove: readonly string[] = []): void {
    const gone = remove.filter((key) => this.#items.has(key));
    if (upsert.length === 0 && gone.length === 0) return;
    for (const key of gone) this.#items.delete(key);
    for (const [key, item] of upsert) this.#items.set(key, item);
    const change: LiveChange<T> = { from: this.#rev, rev: this.#rev + 1, upsert, remove: gone };
    this.#rev = change.rev;
    for (const sink of [...this.#sinks]) sink.change(change);
  }

  /** Makes the collection exactly this, publishing only what differs by `same`. */
  replace(items: Iterable<readonly [string, T]>, same: (a: T, b: T) => boolean = Object.is): void {
    const next = new Map(items);
    const remove = [...this.#items.keys()].filter((key) => !next.has(key));
    const upsert = [...next].filter(([key, item]) => {
      const old = this.#items.get(key);
      return old === undefined || !same(old, item);
    });
    this.update(upsert, remove);
  }
}
