import type { MeterGroup, MeterReading } from "../../contract/diagnostics.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import { RateWindow } from "./rate-window.ts";

/** How many of the last durations the median is of. */
const KEPT = 64;

/** Counts one kind of request and how long each took. Of a fixed size, however many there are. */
export class Meter implements RequestMeter {
  readonly group: MeterGroup;
  readonly name: string;
  readonly #now: () => number;
  readonly #rate = new RateWindow();
  readonly #durations: number[] = [];
  #count = 0;
  #failed = 0;
  #ended = 0;
  #lastMs: number | null = null;
  #maxMs: number | null = null;
  #lastAt: number | null = null;
  #lastWhat = "";

  /** @param now ms since the Unix epoch */
  constructor(group: MeterGroup, name: string, now: () => number) {
    this.group = group;
    this.name = name;
    this.#now = now;
  }

  begin(what: string): (outcome: "done" | "failed") => void {
    const at = this.#now();
    this.#count += 1;
    this.#rate.add(at);
    this.#lastAt = at;
    this.#lastWhat = what;
    let open = true;
    return (outcome) => {
      if (!open) return;
      open = false;
      if (outcome === "failed") this.#failed += 1;
      this.#took(Math.max(0, this.#now() - at));
    };
  }

  reading(): MeterReading {
    const { group, name } = this;
    return {
      ...{ group, name, count: this.#count, failed: this.#failed },
      perSecond: this.#rate.perSecond(this.#now()),
      lastMs: this.#lastMs,
      p50Ms: median(this.#durations),
      maxMs: this.#maxMs,
      lastAt: this.#lastAt,
      lastWhat: this.#lastWhat,
    };
  }

  #took(ms: number): void {
    this.#durations[this.#ended % KEPT] = ms;
    this.#ended += 1;
    this.#lastMs = ms;
    this.#maxMs = Math.max(this.#maxMs ?? 0, ms);
  }
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
