import type { StatsSample } from "../../../electron/contract/stats.ts";
import { addToLife, type Life, lifeOf } from "./life-track.ts";
import { type Moment, momentOf } from "./moment.ts";

/** How far back the near view looks, ms. */
export const RECENT_MS = 120_000;
/** At the shortest interval two minutes have 240 moments; a burst after a stall may bring some more. */
const MOST_RECENT = 512;

/** What is kept of one container's samples: the newest, the last two minutes, and its whole life in fewer points. */
export interface StatsTrack {
  readonly latest: StatsSample;
  readonly recent: readonly Moment[];
  readonly life: Life;
}

/** Adds one sample. One that was sent again adds nothing, and another life of the container begins anew. */
export function trackStats(before: StatsTrack | undefined, sent: StatsSample): StatsTrack {
  const moment = momentOf(sent);
  if (!before || before.latest.startedAt !== sent.startedAt) {
    return { latest: sent, recent: [moment], life: lifeOf(moment) };
  }
  if (sent.at <= before.latest.at) return { ...before, latest: sent };
  const recent = [...before.recent, moment].filter(({ until }) => until >= sent.at - RECENT_MS);
  return { latest: sent, recent: recent.slice(-MOST_RECENT), life: addToLife(before.life, moment) };
}
