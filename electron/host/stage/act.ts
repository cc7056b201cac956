import type { CompareSpec, Comparison } from "../../contract/compare.ts";
import type { HostInfo } from "../../contract/contract.ts";
import type { CostRecord } from "../../contract/cost.ts";
import type { LiveSource } from "../../contract/live-source.ts";
import type { Fleet } from "../../fleet/fleet.ts";
import type { ProcessTable } from "../../processes/process-table.ts";

/** Comparisons as the contract's calls need them. */
export interface ComparisonCalls {
  readonly live: LiveSource<Comparison>;
  start(spec: CompareSpec): string;
  stop(id: string): void;
}

/** Earlier comparisons as the contract's calls need them. */
export interface CostCalls {
  readonly live: LiveSource<CostRecord>;
  open(id: string): Comparison;
  remove(id: string): void;
}

/** How an act is looked at: on the screen, from behind another one, or by nobody. */
export type Attention = "shown" | "behind" | "none";

/** What the screens can show: this host with its engines, or a recording with its own. */
export interface Act {
  readonly fleet: Fleet;
  readonly comparisons: ComparisonCalls;
  readonly costs: CostCalls;
  readonly processes: ProcessTable;
  readonly info: () => HostInfo | Promise<HostInfo>;
  attend(attention: Attention): void;
  close(): Promise<void>;
}
