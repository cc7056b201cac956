import type { Action } from "../../../electron/contract/engine.ts";
import { type ContainerRow, capabilityOf } from "./container-row.ts";

/** What an action comes to on the selected rows. */
export interface BulkAction {
  readonly action: Action;
  /** Those it can be done to now. */
  readonly able: readonly ContainerRow[];
  /** Why it cannot be done to the others, each reason once. */
  readonly reasons: readonly string[];
}

export function bulkAction(rows: readonly ContainerRow[], action: Action): BulkAction {
  const judged = rows.map((row) => ({ row, capability: capabilityOf(row, action) }));
  const reasons = judged.flatMap(({ capability }) => (capability.can ? [] : [capability.reason]));
  return {
    action,
    able: judged.filter(({ capability }) => capability.can).map(({ row }) => row),
    reasons: [...new Set(reasons)],
  };
}
