import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Attention } from "./act.ts";

/**
 * Tells this host's engines whether anybody looks. Behind a recording they go on trying to connect, so that a person can be
 * told when one is there; one that is there is left alone.
 */
export class LiveAttention {
  readonly #engines: readonly Engine[];
  #attention: Attention = "none";
  readonly #stop: readonly Unsubscribe[];

  constructor(engines: readonly Engine[]) {
    this.#engines = engines;
    this.#stop = engines.map((engine) =>
      engine.onStatus(() => this.#attention === "behind" && this.#tell(engine)),
    );
  }

  set(attention: Attention): void {
    this.#attention = attention;
    for (const engine of this.#engines) this.#tell(engine);
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }

  #tell(engine: Engine): void {
    const behind = this.#attention === "behind" && engine.status.state !== "live";
    engine.attend?.(this.#attention === "shown" || behind);
  }
}
