import type { Recording } from "./recording.ts";
import { World } from "./world.ts";

/** Events between two kept worlds at least: going back folds about so many anew. */
const KEEP_EVERY = 500;
/** Kept worlds at most: each holds a reference to every row of its moment. */
const MOST_KEPT = 100;

/** A recording's worlds over time. Those in between are kept now and then, so that going back is quick. */
export class Timeline {
  readonly recording: Recording;
  readonly #kept: { readonly events: number; readonly world: World }[];
  #world: World;
  #events = 0;

  constructor(recording: Recording) {
    this.recording = recording;
    this.#world = World.before(recording.header);
    this.#kept = [{ events: 0, world: this.#world.copy() }];
  }

  /** Now: after the last {@link goTo}. Changed by the next one. */
  get world(): World {
    return this.#world;
  }

  /** When the next event is due after the present moment; null when there is none. */
  get nextAt(): number | null {
    return this.recording.events[this.#events]?.t ?? null;
  }

  /** Makes {@link world} that of a moment, with all that happened by then. */
  goTo(ms: number): void {
    const last = this.recording.events[this.#events - 1];
    if (last && last.t > ms) this.#back(ms);
    for (let event = this.recording.events[this.#events]; event && event.t <= ms; ) {
      this.#world.apply(event);
      this.#events += 1;
      this.#keep();
      event = this.recording.events[this.#events];
    }
  }

  /** The world of another moment, for a look. */
  at(ms: number): World {
    const kept = this.#before(ms);
    const world = kept.world.copy();
    for (const event of this.recording.events.slice(kept.events)) {
      if (event.t > ms) break;
      world.apply(event);
    }
    return world;
  }

  #back(ms: number): void {
    const kept = this.#before(ms);
    this.#world = kept.world.copy();
    this.#events = kept.events;
  }

  /** The last kept world that holds nothing later than the moment. */
  #before(ms: number): { readonly events: number; readonly world: World } {
    const { events } = this.recording;
    const fitting = this.#kept.filter((kept) => (events[kept.events - 1]?.t ?? 0) <= ms);
    return fitting.at(-1) ?? { events: 0, world: World.before(this.recording.header) };
  }

  #keep(): void {
    const last = this.#kept.at(-1)?.events ?? 0;
    const every = Math.max(KEEP_EVERY, this.recording.events.length / MOST_KEPT);
    if (this.#events - last >= every) this.#kept.push({ events: this.#events, world: this.#world.copy() });
  }
}
