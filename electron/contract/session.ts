import { z } from "zod";
import { REPLAY_SPEEDS } from "./replay-speeds.ts";

/** A recording being made, or made and not yet saved. Times are ms since the Unix epoch. */
export const RecordingState = z.object({
  state: z.enum(["recording", "ready"]),
  title: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** Bytes it has taken so far. */
  sizeBytes: z.number().int(),
  /** How many changes it holds. */
  events: z.number().int(),
  /** Whether what containers print is in it. */
  output: z.boolean(),
  /** What could not be recorded, in words; empty when all could. */
  gaps: z.array(z.string()),
});
export type RecordingState = z.output<typeof RecordingState>;

/** What a recording says of itself. */
export const ReplayState = z.object({
  kind: z.literal("replay"),
  title: z.string(),
  /** Where it comes from: made of published figures and shipped with the app, or a file. */
  origin: z.enum(["built-in", "file"]),
  /** One sentence about what it is made of; null when there is nothing more to say. */
  note: z.string().nullable(),
  /** When it was recorded, ms since the Unix epoch. */
  recordedAt: z.number(),
  durationMs: z.number(),
  positionMs: z.number(),
  playing: z.boolean(),
  speed: z.number(),
  /** Moments worth going to, in order. */
  marks: z.array(z.object({ atMs: z.number(), label: z.string() })),
  /** What is missing in it, in words: what could not be recorded, or the end of a file that was cut. */
  gaps: z.array(z.string()),
  /** Who opened it: a person, or the app because no engine here could be used. */
  openedBy: z.enum(["person", "start"]),
  /** Titles of this host's engines that are live now, behind the recording. */
  liveHere: z.array(z.string()),
});
export type ReplayState = z.output<typeof ReplayState>;

/** What the screens show: this host now, or a recording. */
export const Session = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("live"), recording: RecordingState.nullable() }),
  ReplayState,
]);
export type Session = z.output<typeof Session>;

export const ReplayControl = z.discriminatedUnion("action", [
  z.object({ action: z.literal("play") }),
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("seek"), positionMs: z.number().min(0) }),
  z.object({ action: z.literal("speed"), speed: z.literal(REPLAY_SPEEDS) }),
]);

export const StartRecording = z
  .object({
    title: z.string().min(1).max(200),
    /** Also what containers print: it may hold what nobody masked. */
    output: z.boolean().default(false),
  })
  .strict();

/** A recording's file, as the one who has it knows it. */
export const RecordingFile = z
  .object({ name: z.string().min(1).max(400), size: z.number().int().min(0).nullable() })
  .strict();

/** What the server says while it takes a recording in: exactly one part is expected after each `want`. */
export const OpenAsk = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("want") }),
  z.object({ kind: z.literal("open") }),
]);
export type OpenAsk = z.output<typeof OpenAsk>;

/** A recording on its way out. */
export const RecordingChunk = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("file"), name: z.string(), size: z.number().int() }),
  z.object({ kind: z.literal("bytes"), base64: z.string() }),
]);
export type RecordingChunk = z.output<typeof RecordingChunk>;
