import type { RecordingEvent, RecordingHeader } from "../../contract/recording.ts";

/** A recording as it has been read: whole, checked, in order of time. */
export interface Recording {
  readonly header: RecordingHeader;
  readonly events: readonly RecordingEvent[];
  /** What is missing in it, in words: what the recorder tells, and the end of a file that was cut. */
  readonly gaps: readonly string[];
  /** ms that can be shown; less than the header says where the file was cut. */
  readonly durationMs: number;
}

export type EventOf<K extends RecordingEvent["kind"]> = Extract<RecordingEvent, { kind: K }>;
