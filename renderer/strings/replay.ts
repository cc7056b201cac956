import type { ReplayState } from "../../electron/contract/session.ts";
import { publishedEvidence } from "../../electron/model/evidence/published-evidence.ts";

const DATE_TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** Words of a recording that is shown: the bar, and what the rest of the window says of it. */
export const replayStrings = {
  region: "Replay",
  badge: "Replay",
  recorded: "Recorded.",
  built: "From published figures.",
  shownAt: (time: string) => `Shown as of ${time}`,
  recordedShort: "recorded",
  publishedSame: publishedEvidence.same,
  publishedWorker: publishedEvidence.worker,
  publishedNote:
    "From Microsoft’s published figures. Start times and the id of the VM are not published: those here are set by us.",
  about: "About this recording",
  wayToLive: "What is needed for a live one",
  close: "Close the recording",
  play: "Play",
  pause: "Pause",
  again: "Play again",
  toStart: "Go to start",
  position: "Position in the recording",
  positionText: (at: string, whole: string) => `${at} of ${whole}`,
  atMark: (position: string, mark: string) => `${position}, ${mark}`,
  moments: "Moments",
  speed: (speed: number) => `Speed ${speed}×`,
  speedShort: (speed: number) => `${speed}×`,
  failed: "The recording did not do that.",
} as const;

/** What is shown is not live: where it comes from, and whether it moves. */
export function replayStatement(replay: ReplayState): string {
  const from =
    replay.origin === "built-in"
      ? "Built from Microsoft’s published figures, not recorded here."
      : `Recorded on ${DATE_TIME.format(replay.recordedAt)}.`;
  return `${from} ${replayPace(replay)}`;
}

function replayPace({ playing, positionMs, durationMs }: ReplayState): string {
  if (playing) return "Replaying.";
  return positionMs >= durationMs ? "Replayed to its end." : "Replay paused.";
}

/** Why it is shown though nobody asked, or that it need not be any more; null when a person chose it. */
export function replayReason({ openedBy, liveHere }: ReplayState): string | null {
  if (openedBy === "person") return null;
  return liveHere.length > 0
    ? `${liveHere.join(" and ")} can be used on this machine now.`
    : "No engine on this machine can be used.";
}

/** `0:12`, `1:02:03`: a place in a recording. */
export function formatPosition(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
