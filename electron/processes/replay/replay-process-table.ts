import type { LiveStore } from "../../contract/live-store.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { Clock } from "../../engine/engine.ts";
import type { ProcessTable, ProcessTableFacts } from "../process-table.ts";

export interface ReplayHost {
  readonly live: LiveStore<HostProcess>;
  readonly kernel: Kernel;
  readonly facts: ProcessTableFacts;
  /** The time it was then. */
  readonly clock: Clock;
}

/** The host process table of a recording. Nothing is read: its rows come and go as the replay moves. */
export class ReplayProcessTable implements ProcessTable {
  readonly live: LiveStore<HostProcess>;
  readonly kernel: Kernel;
  readonly facts: ProcessTableFacts;
  readonly #clock: Clock;
  #everyMs = 1_000;

  constructor({ live, kernel, facts, clock }: ReplayHost) {
    this.live = live;
    this.kernel = kernel;
    this.facts = facts;
    this.#clock = clock;
  }

  get everyMs(): number {
    return this.#everyMs;
  }

  readEvery(ms: number): void {
    this.#everyMs = ms;
  }

  async sample(): Promise<{ readonly rows: readonly HostProcess[]; readonly at: number }> {
    return { rows: [...this.live.values()], at: this.#clock.now() };
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
