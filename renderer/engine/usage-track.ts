import type { Usage } from "../../electron/contract/container.ts";
import type { LiveResource } from "./live-resource.ts";

/** How many samples a sparkline shows, one a second. */
export const SAMPLES = 24;

/** The newest sample of one container and the CPU figures before it, oldest first. */
export interface UsageTrack {
  readonly latest: Usage;
  readonly cpu: readonly number[];
}

/** Adds one sample. A sample sent again (a resync) is not counted twice; an unknown figure leaves no point. */
export function trackUsage(previous: UsageTrack | undefined, sent: Usage): UsageTrack {
  const before = previous?.cpu ?? [];
  if (sent.cpuPercent === null || previous?.latest.sampledAt === sent.sampledAt)
    return { latest: sent, cpu: before };
  return { latest: sent, cpu: [...before, sent.cpuPercent].slice(-SAMPLES) };
}

export const usageResource: LiveResource<"usage.watch", UsageTrack> = {
  name: "usage.watch",
  input: {},
  fold: trackUsage,
};
