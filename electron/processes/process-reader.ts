import type { ProcessIdentity, WindowsCounters } from "../contract/process.ts";

/** What a reader tells about one process; user name, wall time and CPU share are worked out from it later. */
export interface RawProcess extends ProcessIdentity {
  readonly ppid: number;
  readonly name: string;
  readonly command: string | null;
  /** The effective user as the system numbers it (Linux: uid in decimal; Windows: `DOMAIN\Name`, or its SID). */
  readonly owner: string | null;
  readonly cpuMs: number | null;
  readonly rssBytes: number | null;
  readonly threads: number | null;
  readonly nsPids: readonly number[] | null;
  /** Null on any other system than Windows. */
  readonly windows: WindowsCounters | null;
  readonly containerId: string | null;
  readonly unreadable: string | null;
}

/** How the table differs from what the same reader told before. Apply `removed` first. */
export interface ProcessDelta {
  /** When reading began, ms on a clock that never goes back. */
  readonly at: number;
  readonly removed: readonly ProcessIdentity[];
  /** New rows and rows of which anything changed, whole. */
  readonly changed: readonly RawProcess[];
}

/**
 * Reads this host's processes incrementally. One call at a time: the caller waits for the last before the next. Rejects
 * with an `IsoscopeFailure`; the reader stays usable and the next snapshot tells what was missed.
 */
export interface ProcessReader {
  snapshot(): Promise<ProcessDelta>;
  /** Reads only these again, and all about them. */
  refresh(pids: readonly number[]): Promise<ProcessDelta>;
  /** Gives up what is held for speed, when nobody watches for now. */
  release(): void;
  close(): void;
}

/** The start stamp of a process whose own could not be read: such a row can never be proven to be another. */
export const UNKNOWN_START = "0";
