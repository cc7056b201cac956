import type { LiveResource } from "../../engine/live-resource.ts";
import { type StatsTrack, trackStats } from "./stats-track.ts";

/** One container's samples, kept as a track while the page lives. */
export const statsResource = (key: string): LiveResource<"stats.watch", StatsTrack> => ({
  name: "stats.watch",
  input: { key },
  fold: trackStats,
});
