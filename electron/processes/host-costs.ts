import type { HostProcess } from "../contract/process.ts";

/** What one process holds in memory, bytes. Null is not told, and `why` says why. */
export interface MemoryReading {
  readonly privateBytes: number | null;
  readonly proportionalBytes: number | null;
  readonly why: string | null;
}

/** What one operating system tells of single processes beyond the table, for whoever looks closer. */
export interface HostCosts {
  /** What memory is counted by. */
  readonly counter: "smaps" | "windows";
  /** Never rejects: a process that is gone, or another by now, is told as such. */
  memory(row: HostProcess, isVmMemory: boolean): Promise<MemoryReading>;
  /** When a process began, as exactly as the kernel keeps it, ms since the Unix epoch; null where it is not told. */
  startedAt(row: HostProcess): Promise<number | null>;
  /** The steps of that clock, ms. */
  readonly startResolutionMs: number;
}
