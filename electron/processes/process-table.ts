import type { LiveSource } from "../contract/live-source.ts";
import type { HostProcess } from "../contract/process.ts";
import type { Kernel } from "../contract/scope.ts";

/** How births and deaths are learnt, and what reads the rows. */
export interface ProcessTableFacts {
  readonly reader: "native" | "proc";
  readonly births: "connector" | "polling";
  /** Why not the better ones: in words; empty when both are the best. */
  readonly notes: readonly string[];
}

/**
 * The other witness: every process of this host, kept incrementally. Works only while somebody subscribes; the first
 * subscriber gets a fresh snapshot. Rows are keyed by {@link processKey}.
 */
export interface ProcessTable extends AsyncDisposable {
  readonly facts: ProcessTableFacts;
  readonly live: LiveSource<HostProcess>;
  /** Takes a sample now (or joins the one under way) and resolves with every row and when it was read. */
  sample(): Promise<{ readonly rows: readonly HostProcess[]; readonly at: number }>;
  /** Time between two readings of everything while somebody watches, ms. */
  readonly everyMs: number;
  /** Changes that time, from now on. */
  readEvery(ms: number): void;
  /** This host's kernel. */
  readonly kernel: Kernel;
}

export const processKey = (identity: { readonly pid: number; readonly start: string }): string =>
  `${identity.pid}:${identity.start}`;
