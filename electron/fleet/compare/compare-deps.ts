import type { LiveSource } from "../../contract/live-source.ts";
import type { Scope } from "../../contract/scope.ts";
import type { Clock, Engine } from "../../engine/engine.ts";
import type { HostCosts } from "../../processes/host-costs.ts";
import type { ProcessTable } from "../../processes/process-table.ts";
import type { HostIndex } from "../host-index.ts";
import type { DemoImage } from "../launch.ts";
import type { JoinedMember } from "../roster.ts";

/** What comparisons are made with: mostly the fleet, by the parts that they need of it. */
export interface CompareDeps {
  readonly engines: readonly Engine[];
  readonly demo: DemoImage;
  readonly clock: Clock;
  readonly processes: Pick<ProcessTable, "sample" | "facts">;
  readonly costs: HostCosts;
  readonly fleet: CompareFleet;
}

/** The fleet as comparisons see it. */
export interface CompareFleet {
  readonly host: HostIndex;
  look(key: string): JoinedMember | undefined;
  names(): ReadonlySet<string>;
  scope(key: string): LiveSource<Scope>;
}
