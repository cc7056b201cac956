/** Steps that undo what has been done, run last first. */
export class Teardown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #done: Promise<void> | null = null;

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /**
   * Undoes everything, once. One step that fails does not keep the next from running; resolves all the same, since
   * there is nothing left to be done about it.
   */
  run(): Promise<void> {
    this.#done ??= this.#run();
    return this.#done;
  }

  async #run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch {}
    }
  }
}
