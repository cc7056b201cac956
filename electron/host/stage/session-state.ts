import type { RecordingState, ReplayState, Session } from "../../contract/session.ts";
import type { Replay } from "../../engine/replay/replay.ts";

/** A recording that is shown, and how it came there. */
export interface ShownRecording {
  readonly replay: Replay;
  readonly origin: ReplayState["origin"];
  readonly openedBy: ReplayState["openedBy"];
}

/** @param liveHere titles of this host's engines that are live */
export function replayState(shown: ShownRecording, liveHere: readonly string[]): Session {
  const { replay, origin, openedBy } = shown;
  const { header, events, gaps, durationMs } = replay.recording;
  return {
    kind: "replay",
    title: header.title,
    origin,
    note: header.note,
    recordedAt: header.recordedAt,
    durationMs,
    positionMs: replay.position,
    playing: replay.playing,
    speed: replay.speed,
    marks: events.flatMap((event) => (event.kind === "mark" ? [{ atMs: event.t, label: event.label }] : [])),
    gaps: [...gaps],
    openedBy,
    liveHere: [...liveHere],
  };
}

export const liveState = (recording: RecordingState | null): Session => ({ kind: "live", recording });
