import { randomUUID } from "node:crypto";
import type { CompareSpec, Comparison } from "../../contract/compare.ts";
import { IsoscopeFailure } from "../../contract/errors.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { chooseEngine } from "../choose-engine.ts";
import type { CompareDeps } from "./compare-deps.ts";
import { RunningComparison } from "./running-comparison.ts";

/** How many stay to be looked at; the oldest go first. */
const KEPT = 10;

/** The comparisons of this app: one at a time, since two would measure each other. */
export class Comparisons {
  readonly live = new LiveStore<Comparison>();
  readonly #deps: CompareDeps;
  #running: {
    readonly comparison: RunningComparison;
    readonly id: string;
    readonly ended: Promise<void>;
  } | null = null;
  #closed = false;

  constructor(deps: CompareDeps) {
    this.#deps = deps;
  }

  /**
   * Begins at once and returns the id; how it fares is told by the collection. Throws `conflict` while another runs, and
   * `unsupported` or `unavailable` when one of the isolations cannot be launched here now.
   */
  start(spec: CompareSpec): string {
    if (this.#running || this.#closed) throw busy();
    const { image } = spec;
    const { engines } = this.#deps;
    const lanes = {
      process: chooseEngine(engines, { isolation: "process", image }).engine,
      hyperv: chooseEngine(engines, { isolation: "hyperv", image }).engine,
    };
    const id = randomUUID();
    const publish = (comparison: Comparison) => this.live.update([[id, comparison]], this.#outdated(id));
    const comparison = new RunningComparison(this.#deps, { id, spec, lanes }, publish);
    const ended = comparison.run().finally(() => {
      this.#running = null;
    });
    this.#running = { comparison, id, ended };
    return id;
  }

  /** Asks for the end of one. Throws `not-found`. */
  stop(id: string): void {
    if (!this.live.get(id)) throw new IsoscopeFailure({ code: "not-found", what: "comparison", name: id });
    if (this.#running?.id === id) this.#running.comparison.stop();
  }

  /** Stops what runs and resolves once nothing of it is left. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.comparison.stop();
    await this.#running?.ended;
  }

  #outdated(newest: string): readonly string[] {
    const older = [...this.live.snapshot().entries].map(([id]) => id).filter((id) => id !== newest);
    return older.slice(0, Math.max(0, older.length - (KEPT - 1)));
  }
}

const busy = (): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "conflict",
    message:
      "A comparison is running, and two at once would measure each other. Stop it, or wait for its end.",
  });
