import { z } from "zod";

/**
 * One piece of a log as it crosses the contract. `text` is one or more lines, each with its end, the last perhaps without;
 * `at` has the time of each of them, ms since the Unix epoch, null where the engine keeps none.
 */
export const LogChunk = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("text"),
    source: z.enum(["stdout", "stderr", "tty"]),
    text: z.string(),
    at: z.array(z.number().nullable()),
  }),
  /** The reader was slower than the writer, or the engine keeps no more: this many lines are missing here. */
  z.object({ kind: z.literal("dropped"), lines: z.number().int() }),
]);
export type LogChunk = z.output<typeof LogChunk>;

/** What was there at one moment: a million lines are a few thousand messages, not a million. */
export const LogBatch = z.array(LogChunk);
export type LogBatch = z.output<typeof LogBatch>;
