import type { RecordingState, ReplayState, Session } from "../../electron/contract/session.ts";
import { useNow } from "../ui/use-now.ts";
import { useLiveSelect } from "./host-context.tsx";
import type { LiveData } from "./live-data.ts";
import { sessionResource } from "./resources.ts";

const sessionOf = ({ rows }: LiveData<Session>): Session | null => rows.get("session") ?? null;

const replayOf = (data: LiveData<Session>): ReplayState | null => {
  const session = sessionOf(data);
  return session?.kind === "replay" ? session : null;
};

/** The recording that is shown, as it plays; null while this host itself is shown. */
export const useReplay = (): ReplayState | null => useLiveSelect(sessionResource, replayOf) ?? null;

/** Whether a recording is shown. Does not render again as it plays. */
export const useReplaying = (): boolean =>
  useLiveSelect(sessionResource, (data) => replayOf(data) !== null) ?? false;

/** Whether what is shown is the session made of published figures: its times and start stamps are set, not measured. */
export const useBuiltIn = (): boolean =>
  useLiveSelect(sessionResource, (data) => replayOf(data)?.origin === "built-in") ?? false;

/** The recording being made, or made and not yet saved. */
export const useRecording = (): RecordingState | null =>
  useLiveSelect(sessionResource, (data) => {
    const session = sessionOf(data);
    return session?.kind === "live" ? session.recording : null;
  }) ?? null;

/** Which session is shown: it changes when another one is, not as one plays. Undefined until the host has told. */
export const useSessionId = (): string | undefined =>
  useLiveSelect(sessionResource, (data) => idOf(sessionOf(data)) ?? undefined);

function idOf(session: Session | null): string | null {
  if (session === null || session.kind === "live") return session?.kind ?? null;
  const { origin, title, recordedAt, durationMs } = session;
  return JSON.stringify([origin, title, recordedAt, durationMs]);
}

/** The time that what is shown is of, to the second: now, or where the recording is. Ages are counted from it. */
export function useShownNow(): number {
  const at = useLiveSelect(sessionResource, (data) => {
    const replay = replayOf(data);
    return replay && Math.floor((replay.recordedAt + replay.positionMs) / 1000) * 1000;
  });
  const now = useNow(typeof at !== "number");
  return at ?? now;
}
