import { z } from "zod";

/** What a log or console stream carries down. Text is decoded UTF-8; a code point is never split over chunks. */
export const OutputChunk = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("text"),
    source: z.enum(["stdout", "stderr", "tty"]),
    text: z.string(),
    at: z.number().nullable(),
  }),
  /** The reader was slower than the writer and this many lines were left out here. */
  z.object({ kind: z.literal("dropped"), lines: z.number().int() }),
  z.object({ kind: z.literal("exit"), code: z.number().int().nullable() }),
]);
export type OutputChunk = z.output<typeof OutputChunk>;

/** What a console stream carries up. */
export const ConsoleInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("input"), text: z.string().max(65_536) }),
  z.object({
    kind: z.literal("resize"),
    columns: z.number().int().min(1).max(1000),
    rows: z.number().int().min(1).max(1000),
  }),
  z.object({ kind: z.literal("eof") }),
]);
export type ConsoleInput = z.output<typeof ConsoleInput>;
