import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";
import { LiveStore, type LiveStoreOptions } from "../contract/live-store.ts";

/**
 * Several keyed collections as one: each source's keys are prefixed with its name and a slash. Follows its sources
 * from the start, since engines push and cost nothing while quiet.
 */
export class Combined<T> {
  readonly live: LiveStore<T>;
  readonly #stop: Unsubscribe[];

  constructor(
    sources: readonly { readonly name: string; readonly source: LiveSource<T> }[],
    options: LiveStoreOptions = {},
  ) {
    this.live = new LiveStore<T>(options);
    this.#stop = sources.map(({ name, source }) => this.#follow(name, source));
  }

  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #follow(name: string, source: LiveSource<T>): Unsubscribe {
    const prefix = `${name}/`;
    const full = (key: string) => (key.startsWith(prefix) ? key : prefix + key);
    return source.subscribe({
      snapshot: ({ entries }) => {
        const keys = new Set(entries.map(([key]) => full(key)));
        const gone = this.live.snapshot().entries.filter(([key]) => key.startsWith(prefix) && !keys.has(key));
        this.live.update(
          entries.map(([key, item]) => [full(key), item]),
          gone.map(([key]) => key),
        );
      },
      change: ({ upsert, remove }) =>
        this.live.update(
          upsert.map(([key, item]) => [full(key), item]),
          remove.map(full),
        ),
      fail: () => {},
    });
  }
}
