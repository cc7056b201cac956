import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";

/** Whether anybody watches any of the collections it was given. */
export class Audience {
  readonly #onChange: (present: boolean) => void;
  #count = 0;

  constructor(onChange: (present: boolean) => void) {
    this.#onChange = onChange;
  }

  /** The same collection, with its watchers counted. */
  of<T>(source: LiveSource<T>): LiveSource<T> {
    return {
      subscribe: (sink) => {
        this.#come();
        const stop = source.subscribe(sink);
        return once(() => {
          stop();
          this.#go();
        });
      },
    };
  }

  #come(): void {
    this.#count += 1;
    if (this.#count === 1) this.#onChange(true);
  }

  #go(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#onChange(false);
  }
}

function once(work: () => void): Unsubscribe {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
