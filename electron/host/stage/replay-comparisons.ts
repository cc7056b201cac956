import type { Comparison } from "../../contract/compare.ts";
import type { CostRecord } from "../../contract/cost.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { ComparisonCalls, CostCalls } from "./act.ts";

/** A recording holds none: a comparison measures, and there is nothing here to measure. */
export const replayComparisons = (): ComparisonCalls => ({
  live: new LiveStore<Comparison>(),
  start: () => {
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: "compare",
      reason: "This is a recording: what was launched in it cannot be measured again.",
      fix: "Go back to this host to compare.",
    });
  },
  stop: notFound,
});

/** What was measured on this host was not measured on the recording's. */
export const replayCosts = (): CostCalls => ({
  live: new LiveStore<CostRecord>(),
  open: notFound,
  remove: notFound,
});

function notFound(id: string): never {
  throw new IsoscopeFailure({ code: "not-found", what: "comparison", name: id });
}
