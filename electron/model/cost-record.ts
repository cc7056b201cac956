import type { CompareRun, Comparison } from "../contract/compare.ts";
import type { CostRecord, MeasuredHost, MeasuredLane } from "../contract/cost.ts";
import type { Isolation } from "../contract/engine.ts";
import { statistics } from "./cost-statistics.ts";

/** What the comparison itself does not know of where it was made. */
export interface Conditions {
  readonly host: MeasuredHost;
  /** Null where the engine does not tell it. */
  readonly imageId: string | null;
}

/** What is kept of a comparison; null while it goes on, and of one without figures for both isolations. */
export function costRecord(comparison: Comparison, { host, imageId }: Conditions): CostRecord | null {
  const { id, endedAt, spec, method } = comparison;
  const lanes = { process: measured(comparison, "process"), hyperv: measured(comparison, "hyperv") };
  const told = [lanes.process, lanes.hyperv].every(({ firstProcessMs }) => firstProcessMs.length > 0);
  if (endedAt === null || !told) return null;
  const { image: ref, command, runs } = spec;
  return { id, at: endedAt, host, image: { ref, id: imageId }, command: [...command], runs, method, lanes };
}

function measured({ runs, engines }: Comparison, isolation: Isolation): MeasuredLane {
  const done = runs.filter(
    (run) => run.isolation === isolation && run.number > 0 && run.state === "done" && run.error === null,
  );
  const values = (pick: (run: CompareRun) => number | null | undefined) =>
    done.map(pick).filter((value) => value != null);
  return {
    engine: engines[isolation],
    firstProcessMs: values((run) => run.firstProcess?.ms),
    privateBytes: values((run) => run.facts?.memory.privateBytes),
    proportionalBytes: values((run) => run.facts?.memory.proportionalBytes),
  };
}

/** A condition in which two records differ, the weightiest first. */
export type Unlike = "host" | "kernel" | "image" | "command" | "engines" | "method";

/** Where this is not empty the figures of the two must not be set against each other. */
export function unlike(a: CostRecord, b: CostRecord): readonly Unlike[] {
  const pairs: readonly (readonly [Unlike, boolean])[] = [
    ["host", same(a.host, b.host, ["name", "platform", "cpus"])],
    ["kernel", a.host.kernel === b.host.kernel],
    ["image", sameImage(a.image, b.image)],
    [
      "command",
      a.command.length === b.command.length && a.command.every((word, at) => word === b.command[at]),
    ],
    [
      "engines",
      a.lanes.process.engine === b.lanes.process.engine && a.lanes.hyperv.engine === b.lanes.hyperv.engine,
    ],
    ["method", JSON.stringify(a.method) === JSON.stringify(b.method)],
  ];
  return pairs.flatMap(([name, equal]) => (equal ? [] : [name]));
}

const same = <T>(a: T, b: T, names: readonly (keyof T)[]): boolean =>
  names.every((name) => a[name] === b[name]);

/** One reference may stand for another image by now: ids decide where both are known. */
const sameImage = (a: CostRecord["image"], b: CostRecord["image"]): boolean =>
  a.id !== null && b.id !== null ? a.id === b.id : a.ref === b.ref;

/** By how much medians changed from one record to a later one, ms and bytes; null is unknown. */
export interface CostChange {
  readonly ms: number | null;
  readonly bytes: number | null;
}

/** Null where the two are not alike. */
export function costChange(from: CostRecord, to: CostRecord, isolation: Isolation): CostChange | null {
  if (unlike(from, to).length > 0) return null;
  const [before, after] = [from.lanes[isolation], to.lanes[isolation]];
  return {
    ms: difference(before.firstProcessMs, after.firstProcessMs),
    bytes: difference(before.privateBytes, after.privateBytes),
  };
}

function difference(before: readonly number[], after: readonly number[]): number | null {
  const [from, to] = [statistics(before), statistics(after)];
  return from && to ? to.median - from.median : null;
}
