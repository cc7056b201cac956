import { z } from "zod";
import { ContainerKey } from "./container.ts";

/** What is measured of a container. Network and disk are each counted in two directions. */
export const Measure = z.enum(["cpu", "memory", "network", "disk"]);
export type Measure = z.output<typeof Measure>;

/** Null when nobody told it. Never 0 for unknown. */
const Count = z.number().nonnegative().nullable();

/** What one container has used since its start, as its engine counts it. */
export const ResourceCounters = z.object({
  /** When they were read, ms since the Unix epoch. */
  at: z.number(),
  /** CPU time over all CPUs, ms. */
  cpuMs: Count,
  /** Held now, not since the start. */
  memoryBytes: Count,
  /** What `memoryBytes` counts, in words. */
  memoryMeans: z.string(),
  rxBytes: Count,
  txBytes: Count,
  readBytes: Count,
  writeBytes: Count,
  /** Who counts: "docker stats", "QEMU". */
  source: z.string(),
  /** Why there is no figure, for each measure that has one missing. */
  why: z.partialRecord(Measure, z.string()),
});
export type ResourceCounters = z.output<typeof ResourceCounters>;

/** Where a measure's figures come from, or why there are none. */
export const MeasureSource = z.object({ known: z.boolean(), text: z.string() });
export type MeasureSource = z.output<typeof MeasureSource>;

/** One moment of one container's use. Rates are between this reading and the one before; null until there are two. */
export const StatsSample = z.object({
  key: ContainerKey,
  /** ms since the Unix epoch. */
  at: z.number(),
  /** Time between two samples now in force, ms. */
  everyMs: z.number(),
  /** When this life of the container began, ms since the Unix epoch; another one begins a new track. */
  startedAt: z.number().nullable(),
  /** Why nothing was read at this moment; null when it was. */
  gap: z.string().nullable(),
  /** Percent of one CPU. */
  cpuPercent: Count,
  memoryBytes: Count,
  /** Bytes per second. */
  rxRate: Count,
  txRate: Count,
  readRate: Count,
  writeRate: Count,
  /** Counted since the start. */
  cpuMs: Count,
  rxBytes: Count,
  txBytes: Count,
  readBytes: Count,
  writeBytes: Count,
  sources: z.record(Measure, MeasureSource),
});
export type StatsSample = z.output<typeof StatsSample>;
