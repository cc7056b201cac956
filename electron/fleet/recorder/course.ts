import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock, Engine, EngineContainer } from "../../engine/engine.ts";
import type { ProcessTable } from "../../processes/process-table.ts";
import { containerKey } from "../container-key.ts";
import type { Fleet } from "../fleet.ts";
import type { InsideReader } from "../scope-watch.ts";
import { type Changed, followChanges } from "./changed-items.ts";
import { courseMarks } from "./course-marks.ts";
import { followEngine } from "./follow-engine.ts";
import { OutputTap } from "./output-tap.ts";
import { processesEvent } from "./process-patch.ts";
import { Sampler } from "./sampler.ts";
import { TakeTracker } from "./take-tracker.ts";
import type { Tape } from "./tape.ts";

export interface CourseDeps {
  readonly engines: readonly Engine[];
  readonly fleet: Pick<Fleet, "owners">;
  readonly processes: ProcessTable;
  readonly inside: InsideReader;
  readonly clock: Clock;
}

/** Everything that is put down while it is recorded: what engines, host and containers tell, and what is read of them. */
export class Course {
  readonly #tape: Tape;
  readonly #sampler: Sampler;
  readonly #takes: TakeTracker;
  readonly #taps: Map<string, OutputTap> | null;
  readonly #names = new Map<string, string>();
  readonly #stop: Unsubscribe[] = [];
  #atStart = true;

  /** @param output whether what containers print is put down, too */
  constructor(deps: CourseDeps, tape: Tape, output: boolean) {
    const { engines, fleet, processes, inside, clock } = deps;
    this.#tape = tape;
    this.#taps = output ? new Map() : null;
    this.#stop.push(followChanges(processes.live, (changed) => void tape.put(processesEvent(changed))));
    this.#takes = new TakeTracker(tape, fleet.owners);
    this.#sampler = new Sampler({ clock, inside, tape, onRead: (key) => this.#takes.read(key) });
    const containers = (engine: Engine, changed: Changed<EngineContainer>) =>
      this.#containers(engine, changed);
    for (const engine of engines) this.#stop.push(followEngine(engine, tape, { containers }));
    this.#atStart = false;
  }

  /** Resolves when what was there at the start has been read. */
  begun(): Promise<void> {
    return this.#sampler.settled();
  }

  /** Whether some of what containers printed was left out. */
  get outputCut(): boolean {
    return [...(this.#taps?.values() ?? [])].some(({ full }) => full);
  }

  /** Reads all once more and puts down what is known only at the end. */
  async finish(): Promise<void> {
    await this.#sampler.finish();
    await this.close();
    this.#takes.finish();
  }

  /** Stops following. */
  async close(): Promise<void> {
    this.#sampler.close();
    for (const stop of this.#stop.splice(0)) stop();
    await Promise.all([...(this.#taps?.values() ?? [])].map((tap) => tap.close()));
  }

  #containers(engine: Engine, changed: Changed<EngineContainer>): void {
    const gone = changed.remove.map((id) => this.#names.get(containerKey(engine.id, id)) ?? id);
    if (!this.#atStart)
      for (const label of courseMarks(changed, gone)) this.#tape.put({ kind: "mark", label });
    this.#takes.containers(engine, changed, this.#atStart);
    for (const [id, seen] of changed.upsert) {
      const key = containerKey(engine.id, id);
      this.#names.set(key, seen.name);
      this.#sampler.seen(engine, seen);
      this.#tap(engine, key, seen);
    }
    for (const id of changed.remove) this.#forget(containerKey(engine.id, id));
  }

  #tap(engine: Engine, key: string, { id, state }: EngineContainer): void {
    if (!this.#taps || this.#taps.has(key) || state !== "running") return;
    this.#taps.set(key, new OutputTap(engine, id, this.#tape));
  }

  #forget(key: string): void {
    this.#names.delete(key);
    this.#sampler.gone(key);
  }
}
