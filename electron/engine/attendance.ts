/** Whether somebody looks at an engine. True until told otherwise. */
export class Attendance {
  #present = true;
  #waiters: (() => void)[] = [];

  get present(): boolean {
    return this.#present;
  }

  set(present: boolean): void {
    this.#present = present;
    if (!present) return;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** Resolves when somebody looks, or when the signal is aborted. Never rejects. */
  whenPresent(signal: AbortSignal): Promise<void> {
    if (this.#present || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.#waiters = this.#waiters.filter((waiter) => waiter !== done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.#waiters.push(done);
      signal.addEventListener("abort", done);
    });
  }
}
