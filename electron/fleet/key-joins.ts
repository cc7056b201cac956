/** Which rows a host fact concerns: several values name a row, and a value may name several rows. */
export class KeyJoins<T> {
  readonly #keys = new Map<T, Set<string>>();
  readonly #values = new Map<string, readonly T[]>();

  /** Replaces what names the row. */
  set(key: string, values: readonly T[]): void {
    const old = this.#values.get(key) ?? [];
    if (old.length === values.length && old.every((value, index) => value === values[index])) return;
    this.delete(key);
    if (values.length === 0) return;
    this.#values.set(key, values);
    for (const value of values) {
      const keys = this.#keys.get(value) ?? new Set<string>();
      this.#keys.set(value, keys.add(key));
    }
  }

  delete(key: string): void {
    for (const value of this.#values.get(key) ?? []) {
      const keys = this.#keys.get(value);
      keys?.delete(key);
      if (keys?.size === 0) this.#keys.delete(value);
    }
    this.#values.delete(key);
  }

  /** Adds the rows that any of the values names. */
  collect(values: Iterable<T>, into: Set<string>): void {
    if (this.#keys.size === 0) return;
    for (const value of values) for (const key of this.#keys.get(value) ?? []) into.add(key);
  }
}
