import type { CompareRun, Comparison, LaneFacts } from "../contract/compare.ts";
import type { Isolation } from "../contract/engine.ts";
import { statistics } from "./cost-statistics.ts";

/** What several runs came to. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** How many runs told a value. */
  readonly count: number;
}

/** One lane as it stands: of counted runs only, but where none is there yet. */
export interface LaneSummary {
  /** Counted runs that are done. */
  readonly done: readonly CompareRun[];
  /** ms to the first process. */
  readonly firstProcess: Spread | null;
  /** Bytes. */
  readonly privateBytes: Spread | null;
  readonly proportionalBytes: Spread | null;
  /** The run to draw: the one under way, the failed one, else the one whose time is the median; null before any. */
  readonly shown: CompareRun | null;
  /** What both sides showed in the last run that was looked at. */
  readonly facts: LaneFacts | null;
  /** The run that ended the lane; null when none did. */
  readonly failed: CompareRun | null;
}

/** The middle of the values, the mean of the two middle ones where there are two; null of none. */
export function spread(values: readonly number[]): Spread | null {
  const all = statistics(values);
  return all && { median: all.median, min: all.min, max: all.max, count: all.count };
}

export function summariseLane({ runs }: Pick<Comparison, "runs">, isolation: Isolation): LaneSummary {
  const own = runs.filter((run) => run.isolation === isolation);
  const done = own.filter(({ number, state }) => number > 0 && state === "done");
  const failed = own.find(({ state }) => state === "failed") ?? null;
  const current = own.find(({ state }) => BUSY.has(state)) ?? null;
  const spreadOf = (pick: (run: CompareRun) => number | null | undefined) =>
    spread(done.map(pick).filter((value) => value != null));
  return {
    done,
    firstProcess: spreadOf((run) => run.firstProcess?.ms),
    privateBytes: spreadOf((run) => run.facts?.memory.privateBytes),
    proportionalBytes: spreadOf((run) => run.facts?.memory.proportionalBytes),
    shown: current ?? failed ?? medianRun(done) ?? stoppedRun(own),
    facts: done.findLast(({ facts }) => facts !== null)?.facts ?? null,
    failed,
  };
}

const BUSY: ReadonlySet<CompareRun["state"]> = new Set(["launching", "settling", "removing"]);

/** Of an even number the lower of the two in the middle: what is drawn has to have happened. */
function medianRun(done: readonly CompareRun[]): CompareRun | null {
  const timed = done.flatMap((run) => (run.firstProcess ? [{ run, ms: run.firstProcess.ms }] : []));
  const sorted = timed.sort((a, b) => a.ms - b.ms);
  return sorted[(sorted.length - 1) >> 1]?.run ?? done.at(-1) ?? null;
}

const stoppedRun = (own: readonly CompareRun[]): CompareRun | null =>
  own.find(({ state, phases }) => state === "stopped" && phases.length > 0) ?? null;

/** What VM isolation cost over process isolation; null is unknown. Negative where it cost less. */
export interface CompareCost {
  readonly ms: number | null;
  readonly bytes: number | null;
}

export function compareCost(process: LaneSummary, hyperv: LaneSummary): CompareCost {
  return {
    ms: difference(hyperv.firstProcess, process.firstProcess),
    bytes: difference(hyperv.privateBytes, process.privateBytes),
  };
}

const difference = (a: Spread | null, b: Spread | null): number | null =>
  a && b ? a.median - b.median : null;
