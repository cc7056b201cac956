import type { HostCensus } from "../contract/contract.ts";
import type { Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { HostIndex } from "./host-index.ts";

/** How many processes the host has and when that was read: what a status bar needs, without the rows. */
export class Census {
  readonly live: LiveStore<HostCensus>;
  readonly #host: HostIndex;
  #release: Unsubscribe | null = null;

  constructor(host: HostIndex) {
    this.#host = host;
    this.live = new LiveStore<HostCensus>({ onWatched: (watched) => this.#watch(watched) });
  }

  #watch(watched: boolean): void {
    this.#release?.();
    this.#release = watched ? this.#host.hold(() => this.#count()) : null;
  }

  #count(): void {
    this.live.update([["host", { processes: this.#host.count, sampledAt: this.#host.at }]]);
  }
}
