import type { EventOf, Recording } from "./recording.ts";
import { containerRef } from "./world.ts";

export type Printed = EventOf<"output">;

/** What containers printed, each in order of time. */
export class RecordedOutput {
  readonly #printed = new Map<string, Printed[]>();

  constructor({ events }: Recording) {
    for (const event of events) {
      if (event.kind !== "output") continue;
      const ref = containerRef(event.engine, event.id);
      const known = this.#printed.get(ref);
      if (known) known.push(event);
      else this.#printed.set(ref, [event]);
    }
  }

  /** After one moment up to another, both ms; from the very beginning when `after` is null. */
  between(engine: string, id: string, after: number | null, upTo: number): readonly Printed[] {
    const all = this.#printed.get(containerRef(engine, id)) ?? [];
    return all.filter(({ t }) => (after === null || t > after) && t <= upTo);
  }
}
