import { Tally, type TallyReading } from "../../electron/model/tally.ts";

/** One watched collection as this page has it. */
export interface LiveTiming extends TallyReading {
  /** The collection, and of what: `scope.watch docker/abc`. */
  readonly name: string;
  readonly rows: number;
}

/** The most collections that are remembered; the oldest go. */
const MOST = 64;

/** How often each watched collection changed and how long it took to take that in. */
export class LiveTimings {
  readonly #known = new Map<string, { readonly tally: Tally; rows: number }>();

  /** Does the work, which returns how many rows there are then, and times it. */
  take(name: string, now: number, work: () => number): void {
    const known = this.#known.get(name) ?? { tally: new Tally(), rows: 0 };
    this.#known.set(name, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    const begun = performance.now();
    known.rows = work();
    known.tally.add(now);
    known.tally.took(performance.now() - begun);
  }

  /** @param now ms since the Unix epoch */
  readings(now: number): readonly LiveTiming[] {
    return [...this.#known].map(([name, { tally, rows }]) => ({ name, rows, ...tally.reading(now) }));
  }
}
