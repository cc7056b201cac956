import { isDeepStrictEqual } from "node:util";
import type { MeterGroup, MeterReading } from "../../contract/diagnostics.ts";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import type { Clock } from "../../engine/engine.ts";
import { Meter } from "./meter.ts";

const PUBLISH_MS = 1_000;

/** All meters of the app. They count always, and are published once a second while somebody watches. */
export class Meters {
  readonly #clock: Clock;
  readonly #meters = new Map<string, Meter>();
  readonly #store = new LiveStore<MeterReading>({ onWatched: (watched) => this.#watch(watched) });
  #next: Unsubscribe | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get live(): LiveSource<MeterReading> {
    return this.#store;
  }

  /** The one meter of that name. Names come from the app's own code, so there are few. */
  of(group: MeterGroup, name: string): RequestMeter {
    const key = `${group}/${name}`;
    const known = this.#meters.get(key);
    if (known) return known;
    const made = new Meter(group, name, () => this.#clock.now());
    this.#meters.set(key, made);
    return made;
  }

  #watch(watched: boolean): void {
    this.#next?.();
    this.#next = null;
    if (watched) this.#publish();
  }

  #publish(): void {
    const readings = [...this.#meters].map(([key, meter]) => [key, meter.reading()] as const);
    this.#store.replace(readings, isDeepStrictEqual);
    this.#next = this.#clock.after(PUBLISH_MS, () => this.#publish());
  }
}
