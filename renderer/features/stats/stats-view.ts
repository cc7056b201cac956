import { formatTime } from "../../../electron/model/format.ts";
import { statsStrings } from "../../strings/stats.ts";
import type { Moment } from "./moment.ts";
import { RECENT_MS, type StatsTrack } from "./stats-track.ts";

export const VIEWS = ["recent", "life"] as const;
export type ViewId = (typeof VIEWS)[number];

/** The horizontal axis of all charts, and what is drawn on it. */
export interface StatsView {
  readonly moments: readonly Moment[];
  /** ms since the Unix epoch. */
  readonly from: number;
  readonly until: number;
  /** Labels at the left end, the middle and the right end. */
  readonly labels: readonly [string, string, string];
}

export function viewOf(track: StatsTrack, view: ViewId): StatsView {
  const until = track.latest.at;
  if (view === "recent") {
    const { two, one, now } = statsStrings.ago;
    return { moments: track.recent, from: until - RECENT_MS, until, labels: [two, one, now] };
  }
  const from = Math.min(track.latest.startedAt ?? until, track.life.origin);
  const middle = from + (until - from) / 2;
  const labels = [from, middle, until].map(formatTime);
  return {
    moments: track.life.points,
    ...{ from, until, labels: [labels[0] ?? "", labels[1] ?? "", statsStrings.ago.now] },
  };
}
