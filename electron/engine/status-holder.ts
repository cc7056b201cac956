import type { EngineStatus } from "../contract/engine.ts";
import type { Unsubscribe } from "../contract/live-source.ts";

/** The engine's present status, and who wants to know when it changes. */
export class StatusHolder {
  #current: EngineStatus;
  readonly #listeners = new Set<(status: EngineStatus) => void>();

  constructor(first: EngineStatus) {
    this.#current = first;
  }

  get current(): EngineStatus {
    return this.#current;
  }

  update(patch: Partial<EngineStatus>): void {
    this.#current = { ...this.#current, ...patch };
    for (const listener of [...this.#listeners]) listener(this.#current);
  }

  listen(listener: (status: EngineStatus) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
