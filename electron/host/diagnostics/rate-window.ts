const SECONDS = 10;

/** How many a second over the last ten seconds, kept as one count for each second. */
export class RateWindow {
  #buckets: { readonly second: number; count: number }[] = [];

  /** @param at ms since the Unix epoch */
  add(at: number): void {
    const second = Math.floor(at / 1000);
    const last = this.#buckets.at(-1);
    if (last?.second === second) last.count += 1;
    else this.#buckets = [...this.#since(second - SECONDS + 1), { second, count: 1 }];
  }

  perSecond(now: number): number {
    const counted = this.#since(Math.floor(now / 1000) - SECONDS + 1);
    return counted.reduce((sum, { count }) => sum + count, 0) / SECONDS;
  }

  #since(second: number) {
    return this.#buckets.filter((bucket) => bucket.second >= second);
  }
}
