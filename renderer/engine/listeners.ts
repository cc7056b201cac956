import type { Unsubscribe } from "../../electron/contract/live-source.ts";

/** A set of callbacks. One may unsubscribe, itself or another, while being told. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  add(listener: (value: T) => void): Unsubscribe {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of [...this.#all]) if (this.#all.has(listener)) listener(value);
  }
}
