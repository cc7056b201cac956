import { abortable } from "../abortable.ts";

interface Shared<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  waiters: number;
}

/** Work that several may ask for at once but that is done once; it is aborted when the last who waits has gone. */
export class SharedWork<T> {
  readonly #running = new Map<string, Shared<T>>();
  /** Also what was aborted and is still cleaning up. */
  readonly #unfinished = new Set<Promise<T>>();

  async run(
    key: string,
    signal: AbortSignal,
    op: string,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const shared = this.#running.get(key) ?? this.#start(key, work);
    shared.waiters += 1;
    try {
      return await abortable(signal, op, shared.result);
    } finally {
      shared.waiters -= 1;
      if (shared.waiters === 0) this.#leave(key, shared);
    }
  }

  /** Resolves when no work is running any more. */
  async idle(): Promise<void> {
    while (this.#unfinished.size > 0) await Promise.allSettled(this.#unfinished);
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const abort = new AbortController();
    const result = work(abort.signal);
    const shared: Shared<T> = { result, abort, waiters: 0 };
    this.#running.set(key, shared);
    this.#unfinished.add(result);
    const forget = () => {
      this.#unfinished.delete(result);
      if (this.#running.get(key) === shared) this.#running.delete(key);
    };
    result.then(forget, forget);
    return shared;
  }

  /** Who comes after this must not get the aborted work's result. */
  #leave(key: string, shared: Shared<T>): void {
    shared.abort.abort();
    if (this.#running.get(key) === shared) this.#running.delete(key);
  }
}
