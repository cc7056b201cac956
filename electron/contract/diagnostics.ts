import { z } from "zod";

/** Whose work is metered: requests to one engine, readings of the process table, or calls of clients. */
export const MeterGroup = z.enum(["engine", "processes", "calls"]);
export type MeterGroup = z.output<typeof MeterGroup>;

/** How often something was done and how long it took, since the app started. Keyed `group/name`. */
export const MeterReading = z.object({
  group: MeterGroup,
  /** The engine's id, the reader, or the call's name. */
  name: z.string(),
  count: z.number().int(),
  failed: z.number().int(),
  /** Over the last 10 s. */
  perSecond: z.number(),
  /** Of what has ended; null before. p50 over the last 64. */
  lastMs: z.number().nullable(),
  p50Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
  /** When the last one began, ms since the Unix epoch; null before the first. */
  lastAt: z.number().nullable(),
  /** What the last one was, in the engine's own words: "ping", "stats". */
  lastWhat: z.string(),
});
export type MeterReading = z.output<typeof MeterReading>;

/** Something that happened, in words. Keyed by `id`, which grows. */
export const AppEvent = z.object({
  id: z.number().int(),
  /** ms since the Unix epoch. */
  at: z.number(),
  /** Who tells: an engine's title, "Jobs", "Settings". */
  source: z.string(),
  text: z.string(),
});
export type AppEvent = z.output<typeof AppEvent>;

/** How many events are kept. */
export const KEPT_EVENTS = 100;
