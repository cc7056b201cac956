import type { CompareRun, CompareSpec, Comparison } from "../../contract/compare.ts";
import type { Isolation } from "../../contract/engine.ts";
import { toIsoscopeError } from "../../contract/errors.ts";
import type { Engine } from "../../engine/engine.ts";
import { compareSchedule, type ScheduledRun } from "../../model/compare-schedule.ts";
import { compareMethod } from "../../model/comparison/method.ts";
import { containerKey } from "../container-key.ts";
import type { CompareDeps } from "./compare-deps.ts";
import { containerName } from "./container-name.ts";
import { FirstSeen } from "./first-seen.ts";
import { measuredRun } from "./measured-run.ts";

export type Lanes = Readonly<Record<Isolation, Engine>>;

interface Made {
  readonly engine: Engine;
  readonly id: string;
  readonly name: string;
  readonly isolation: Isolation;
}

const waiting = ({ isolation, number }: ScheduledRun): CompareRun => ({
  ...{ isolation, number, name: "", state: "waiting", startedAt: null, phases: [], launchedMs: null },
  ...{ firstProcess: null, hostSight: null, facts: null, error: null },
});

/** One comparison under way: its runs one after the other, and everything it made removed again whatever happens. */
export class RunningComparison {
  readonly #deps: CompareDeps;
  readonly #lanes: Lanes;
  readonly #publish: (comparison: Comparison) => void;
  readonly #abort = new AbortController();
  /** What exists because of it, by run. */
  readonly #made = new Map<number, Made>();
  #record: Comparison;

  constructor(
    deps: CompareDeps,
    { id, spec, lanes }: { readonly id: string; readonly spec: CompareSpec; readonly lanes: Lanes },
    publish: (comparison: Comparison) => void,
  ) {
    this.#deps = deps;
    this.#lanes = lanes;
    this.#publish = publish;
    const now = deps.clock.now();
    this.#record = {
      ...{ id, spec, state: "running", at: now, startedAt: now, endedAt: null },
      method: compareMethod(deps.costs.counter, spec.keep),
      engines: { process: lanes.process.id, hyperv: lanes.hyperv.id },
      runs: compareSchedule(spec.runs).map(waiting),
      ...{ kept: [], left: [] },
    };
    this.#tell({});
  }

  /** Asks it to end; what is under way is undone by its engine. */
  stop(): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#tell({ state: "stopping" });
  }

  /** Resolves once all is over and nothing is left but what was to be kept. Never rejects. */
  async run(): Promise<void> {
    const seen = new FirstSeen(this.#deps.fleet.host, this.#deps.clock);
    for (const index of this.#record.runs.keys()) await this.#step(index, seen);
    seen.close();
    const stopped = this.#abort.signal.aborted;
    if (stopped) await this.#removeAll();
    const kept = Array.from(this.#made.values(), ({ engine, id, isolation, name }) => {
      return { key: containerKey(engine.id, id), isolation, name };
    });
    this.#tell({ state: stopped ? "stopped" : "done", endedAt: this.#deps.clock.now(), kept });
  }

  async #step(index: number, seen: FirstSeen): Promise<void> {
    const run = this.#record.runs[index];
    if (!run) return;
    if (this.#abort.signal.aborted) return this.#tellRun(index, { state: "stopped" });
    if (this.#hasFailed(run.isolation)) return this.#tellRun(index, { state: "skipped" });
    try {
      await this.#measure(index, run, seen);
      if (!this.#keeps(run)) await this.#removeOf(index);
      this.#tellRun(index, { state: "done" });
    } catch (thrown) {
      await this.#removeOf(index);
      const error = toIsoscopeError(thrown);
      if (this.#abort.signal.aborted) this.#tellRun(index, { state: "stopped" });
      else this.#tellRun(index, { state: "failed", error });
    }
  }

  #measure(index: number, run: CompareRun, seen: FirstSeen): Promise<void> {
    const { isolation } = run;
    const engine = this.#lanes[isolation];
    const name = containerName(run, this.#deps.fleet.names());
    return measuredRun(this.#deps, {
      ...{ spec: this.#record.spec, engine, run, name, seen },
      signal: this.#abort.signal,
      made: (id) => void this.#made.set(index, { engine, id, name, isolation }),
      tell: (change) => this.#tellRun(index, change),
    });
  }

  #hasFailed(isolation: Isolation): boolean {
    return this.#record.runs.some((run) => run.isolation === isolation && run.state === "failed");
  }

  #keeps({ number }: CompareRun): boolean {
    const { keep, runs } = this.#record.spec;
    return keep && number === runs && !this.#abort.signal.aborted;
  }

  async #removeAll(): Promise<void> {
    for (const index of [...this.#made.keys()]) await this.#removeOf(index);
  }

  /** What cannot be removed is told, with why; what is gone already is as wanted. */
  async #removeOf(index: number): Promise<void> {
    const made = this.#made.get(index);
    if (!made) return;
    this.#tellRun(index, { state: "removing" });
    this.#made.delete(index);
    try {
      await made.engine.control(made.id, "remove");
    } catch (thrown) {
      const error = toIsoscopeError(thrown);
      if (error.code === "not-found") return;
      this.#tell({ left: [...this.#record.left, { name: made.name, error }] });
    }
  }

  #tellRun(index: number, change: Partial<CompareRun>): void {
    this.#tell({ runs: this.#record.runs.map((run, at) => (at === index ? { ...run, ...change } : run)) });
  }

  #tell(change: Partial<Comparison>): void {
    this.#record = { ...this.#record, ...change, at: this.#deps.clock.now() };
    this.#publish(this.#record);
  }
}
