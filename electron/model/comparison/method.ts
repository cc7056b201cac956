import type { CompareMethod } from "../../contract/cost.ts";

/** How long a container is left alone before its memory is read. */
export const SETTLE_MS = 2_000;

/** How comparisons are made by this version; what runs them and what tells of it take it from here. */
export const compareMethod = (memory: CompareMethod["memory"], keep: boolean): CompareMethod => ({
  version: 1,
  image: "warm",
  warmUps: 1,
  atOnce: 1,
  order: "alternating-pairs",
  settleMs: SETTLE_MS,
  cleanUp: keep ? "last-kept" : "each-removed",
  memory,
});
