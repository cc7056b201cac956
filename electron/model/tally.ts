/** What a tally tells; times in ms. Nulls until something was counted, or timed. */
export interface TallyReading {
  readonly count: number;
  /** Over the last 10 s. */
  readonly perSecond: number;
  readonly lastMs: number | null;
  /** The median of the last 64. */
  readonly p50Ms: number | null;
  readonly maxMs: number | null;
  /** When the last one was counted, ms since the Unix epoch. */
  readonly lastAt: number | null;
}

const WINDOW_S = 10;
const KEPT = 64;

/** Counts events and how long each took. Of a fixed size, however many there are. */
export class Tally {
  readonly #durations: number[] = [];
  #seconds: { readonly second: number; count: number }[] = [];
  #count = 0;
  #timed = 0;
  #lastMs: number | null = null;
  #maxMs: number | null = null;
  #lastAt: number | null = null;

  /** @param at ms since the Unix epoch */
  add(at: number): void {
    const second = Math.floor(at / 1000);
    const last = this.#seconds.at(-1);
    if (last?.second === second) last.count += 1;
    else this.#seconds = [...this.#since(second), { second, count: 1 }];
    this.#count += 1;
    this.#lastAt = at;
  }

  took(ms: number): void {
    this.#durations[this.#timed % KEPT] = ms;
    this.#timed += 1;
    this.#lastMs = ms;
    this.#maxMs = Math.max(this.#maxMs ?? 0, ms);
  }

  reading(now: number): TallyReading {
    const counted = this.#since(Math.floor(now / 1000)).reduce((sum, { count }) => sum + count, 0);
    return {
      ...{ count: this.#count, perSecond: counted / WINDOW_S, lastAt: this.#lastAt },
      ...{ lastMs: this.#lastMs, p50Ms: median(this.#durations), maxMs: this.#maxMs },
    };
  }

  /** The seconds of the window that ends with this one. */
  #since(second: number) {
    return this.#seconds.filter((bucket) => bucket.second > second - WINDOW_S);
  }
}

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
