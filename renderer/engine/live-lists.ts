import { hashKey, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { IsoscopeError } from "../../electron/contract/errors.ts";
import type { Unsubscribe } from "../../electron/contract/live-source.ts";
import type { Attention } from "./attention.ts";
import { type LiveData, NOTHING, withChange, withSnapshot } from "./live-data.ts";
import { type LiveResource, type LiveTopic, liveOptions } from "./live-resource.ts";
import { LiveTimings } from "./live-timings.ts";
import type { Timer } from "./timer.ts";

interface Watched {
  readonly topic: LiveTopic;
  observers: number;
  open: () => Unsubscribe;
  stop: Unsubscribe | null;
}

/**
 * Feeds the query cache from subscriptions. A collection is subscribed to while at least one component observes it and
 * somebody may be looking; its last rows stay in the cache afterwards.
 */
export class LiveLists {
  readonly #client: Client<IsoscopeContract>;
  readonly #cache: QueryClient;
  readonly #attention: Attention;
  readonly #timer: Timer;
  readonly #watched = new Map<string, Watched>();
  /** What taking in each collection costs, for the diagnostics page. */
  readonly timings = new LiveTimings();

  constructor(client: Client<IsoscopeContract>, cache: QueryClient, attention: Attention, timer: Timer) {
    this.#client = client;
    this.#cache = cache;
    this.#attention = attention;
    this.#timer = timer;
    attention.onChange(() => {
      for (const watched of this.#watched.values()) this.#settle(watched);
    });
  }

  /** Keeps the collection current until the returned function is called. */
  observe<K extends LiveTopic, T>(resource: LiveResource<K, T>): Unsubscribe {
    const hash = hashKey(liveOptions(resource).queryKey);
    const watched = this.#watched.get(hash) ?? {
      topic: resource.name,
      observers: 0,
      open: () => this.#open(resource),
      stop: null,
    };
    this.#watched.set(hash, watched);
    watched.observers++;
    this.#settle(watched);
    return () => {
      watched.observers--;
      // A screen change unmounts one observer and mounts the next in one task: do not resubscribe for that.
      queueMicrotask(() => {
        this.#settle(watched);
        if (watched.observers === 0) this.#watched.delete(hash);
      });
    };
  }

  /** Subscribes again after the server has ended the subscription with an error. */
  reopen<K extends LiveTopic, T>(resource: LiveResource<K, T>): void {
    const watched = this.#watched.get(hashKey(liveOptions(resource).queryKey));
    if (!watched?.stop) return;
    watched.stop();
    watched.stop = watched.open();
  }

  /** Forgets the rows of all collections but these and asks anew: the server speaks of something else from now on. */
  startOver(kept: readonly LiveTopic[]): void {
    const others = [...this.#watched.values()].filter(({ topic }) => !kept.includes(topic));
    for (const watched of others) {
      watched.stop?.();
      watched.stop = null;
    }
    const names: readonly unknown[] = kept;
    for (const { queryKey } of this.#cache.getQueryCache().findAll({ queryKey: ["live"] })) {
      if (!names.includes(queryKey[1])) this.#cache.setQueryData(queryKey, NOTHING);
    }
    for (const watched of others) this.#settle(watched);
  }

  #settle(watched: Watched): void {
    const wanted = watched.observers > 0 && this.#attention.present;
    if (wanted && !watched.stop) watched.stop = watched.open();
    if (!wanted && watched.stop) {
      watched.stop();
      watched.stop = null;
    }
  }

  #open<K extends LiveTopic, T>(resource: LiveResource<K, T>): Unsubscribe {
    const { queryKey } = liveOptions(resource);
    const write = (update: (before: LiveData<T>) => LiveData<T>) =>
      this.#cache.setQueryData<LiveData<T>>(queryKey, (before) => update(before ?? NOTHING));
    const name = timingName(resource);
    const take = (update: (before: LiveData<T>) => LiveData<T>) =>
      this.timings.take(name, this.#timer.now(), () => write(update)?.rows.size ?? 0);
    return this.#client.live(resource.name, resource.input, {
      snapshot: (snapshot) =>
        take((before) => withSnapshot(before, snapshot, resource.fold, this.#timer.now())),
      change: (change) => take((before) => withChange(before, change, resource.fold, this.#timer.now())),
      error: (error: IsoscopeError) => write((before) => ({ ...before, error })),
    });
  }
}

/** A collection's name with what it was asked for: `scope.watch docker/abc`. */
const timingName = (resource: { readonly name: string; readonly input: object | undefined }): string =>
  [resource.name, ...Object.values(resource.input ?? {})].join(" ");
