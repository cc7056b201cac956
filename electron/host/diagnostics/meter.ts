import type { MeterGroup, MeterReading } from "../../contract/diagnostics.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import { Tally } from "../../model/tally.ts";

/** Counts one kind of request, how long each took, and which failed. */
export class Meter implements RequestMeter {
  readonly group: MeterGroup;
  readonly name: string;
  readonly #now: () => number;
  readonly #tally = new Tally();
  #failed = 0;
  #lastWhat = "";

  /** @param now ms since the Unix epoch */
  constructor(group: MeterGroup, name: string, now: () => number) {
    this.group = group;
    this.name = name;
    this.#now = now;
  }

  begin(what: string): (outcome: "done" | "failed") => void {
    const at = this.#now();
    this.#tally.add(at);
    this.#lastWhat = what;
    let open = true;
    return (outcome) => {
      if (!open) return;
      open = false;
      if (outcome === "failed") this.#failed += 1;
      this.#tally.took(Math.max(0, this.#now() - at));
    };
  }

  reading(): MeterReading {
    const { group, name } = this;
    return {
      group,
      name,
      failed: this.#failed,
      lastWhat: this.#lastWhat,
      ...this.#tally.reading(this.#now()),
    };
  }
}
