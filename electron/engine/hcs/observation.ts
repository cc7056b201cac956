import type { ProcessIdentity } from "../../contract/process.ts";
import { toUnixMs } from "./documents/date-time.ts";
import type { Statistics } from "./documents/properties.ts";
import { toMs } from "./documents/uint64.ts";

/** What was read of a running system beside the list. */
export interface Observation {
  /** ms since the Unix epoch; null when HCS does not tell. */
  readonly startedAt: number | null;
  /** Under process isolation these are host processes; absent where HCS lists none. */
  readonly hostProcesses?: readonly ProcessIdentity[];
}

/** When the system started, from its statistics as they were told at `at` (ms since the Unix epoch). */
export function startOf(statistics: Statistics | undefined, at: number): number | null {
  const told = toUnixMs(statistics?.ContainerStartTime);
  if (told !== null) return told;
  const uptime = toMs(statistics?.Uptime100ns);
  return uptime === null ? null : at - uptime;
}
