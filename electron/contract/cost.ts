import { z } from "zod";
import { EngineId } from "./engine.ts";

/** How a comparison measures: whatever differs here makes figures that cannot be set against each other. */
export const CompareMethod = z.object({
  /** Raised with every change of the runner that figures depend on. */
  version: z.number().int().positive(),
  /** `warm`: image, root disk and page cache are there when the first counted run begins. */
  image: z.literal("warm"),
  /** Launches of each isolation that come first and are not counted. */
  warmUps: z.number().int().nonnegative(),
  /** Containers that run at the same time. */
  atOnce: z.number().int().positive(),
  /** Pairs of one run each, which begin in turn with one isolation and with the other. */
  order: z.literal("alternating-pairs"),
  /** How long a container is left alone before its memory is read, ms. */
  settleMs: z.number().nonnegative(),
  /** `last-kept`: the second of the last two was measured while the first ran. */
  cleanUp: z.enum(["each-removed", "last-kept"]),
  /**
   * Linux, `smaps`: private (unique set) and proportional pages of smaps_rollup. `windows`: private commit, and for a VM its
   * worker's with the working set of its vmmem.
   */
  memory: z.enum(["smaps", "windows"]),
});
export type CompareMethod = z.output<typeof CompareMethod>;

/** What was measured of one isolation: a value of each counted run that told one, in the order of the runs. */
export const MeasuredLane = z.object({
  engine: EngineId,
  /** ms from asking for the launch to the first process of the command. */
  firstProcessMs: z.array(z.number()),
  /** Bytes. */
  privateBytes: z.array(z.number()),
  proportionalBytes: z.array(z.number()),
});
export type MeasuredLane = z.output<typeof MeasuredLane>;

/** The machine it was measured on, as far as figures depend on it. */
export const MeasuredHost = z.object({
  name: z.string(),
  platform: z.enum(["linux", "win32", "darwin"]),
  /** Release. */
  kernel: z.string(),
  cpus: z.number().int(),
});
export type MeasuredHost = z.output<typeof MeasuredHost>;

/** A comparison that has ended with figures for both isolations, as the history keeps it. */
export const CostRecord = z.object({
  /** The comparison's. */
  id: z.string().min(1).max(64),
  /** When it ended, ms since the Unix epoch. */
  at: z.number(),
  host: MeasuredHost,
  image: z.object({
    ref: z.string(),
    /** Null where the engine did not tell it: then only the reference is known. */
    id: z.string().nullable(),
  }),
  command: z.array(z.string()),
  /** How many were asked for, of each isolation. */
  runs: z.number().int(),
  method: CompareMethod,
  lanes: z.object({ process: MeasuredLane, hyperv: MeasuredLane }),
});
export type CostRecord = z.output<typeof CostRecord>;

/** One of them. */
export const OneCost = z.object({ id: CostRecord.shape.id }).strict();
