import type { HostProcess } from "../contract/process.ts";
import type { OwnerNames } from "./owner-names.ts";
import type { ProcessDelta, RawProcess } from "./process-reader.ts";
import { processKey } from "./process-table.ts";

export interface BookChange {
  readonly upsert: readonly (readonly [key: string, row: HostProcess])[];
  readonly remove: readonly string[];
}

export interface BookSources {
  readonly owners: OwnerNames;
  /** Wall time of a start stamp, ms since the Unix epoch. */
  readonly startedAt: (raw: RawProcess) => number | null;
}

interface Entry {
  row: HostProcess;
  readonly owner: string | null;
  /** What the CPU share is counted from. */
  base: { readonly at: number; readonly cpuMs: number | null };
}

/** A share over less time is noise: the kernel counts in steps of 10 ms. */
const MIN_INTERVAL_MS = 250;

/** Keeps what is known of every process and turns a reader's changes into rows, with user names and CPU shares. */
export class ProcessBook {
  readonly #sources: BookSources;
  readonly #entries = new Map<string, Entry>();

  constructor(sources: BookSources) {
    this.#sources = sources;
  }

  rows(): HostProcess[] {
    return Array.from(this.#entries.values(), ({ row }) => row);
  }

  /** Applies one reading. Only a `full` one, of every process, moves the CPU shares on. */
  apply(delta: ProcessDelta, { full }: { readonly full: boolean }): BookChange {
    const remove = delta.removed.map(processKey).filter((key) => this.#entries.delete(key));
    const touched = new Set<string>();
    for (const raw of delta.changed) touched.add(this.#put(raw, delta.at));
    if (full) for (const key of this.#settleShares(delta.at)) touched.add(key);
    return { upsert: this.#pick(touched), remove };
  }

  /** The rows whose user is called differently now. */
  renameOwners(): BookChange {
    const touched: string[] = [];
    for (const [key, entry] of this.#entries) {
      const user = this.#userOf(entry.owner);
      if (user === entry.row.user) continue;
      entry.row = { ...entry.row, user };
      touched.push(key);
    }
    return { upsert: this.#pick(touched), remove: [] };
  }

  #put(raw: RawProcess, at: number): string {
    const key = processKey(raw);
    const known = this.#entries.get(key);
    const { owner, ...fields } = raw;
    const row: HostProcess = {
      ...fields,
      nsPids: raw.nsPids === null ? null : [...raw.nsPids],
      startedAt: known?.row.startedAt ?? this.#sources.startedAt(raw),
      user: this.#userOf(owner),
      cpuPercent: known?.row.cpuPercent ?? null,
    };
    this.#entries.set(key, { row, owner, base: known?.base ?? { at, cpuMs: raw.cpuMs } });
    return key;
  }

  *#settleShares(at: number): Iterable<string> {
    for (const [key, entry] of this.#entries) {
      const { base, row } = entry;
      const elapsed = at - base.at;
      if (elapsed < MIN_INTERVAL_MS) continue;
      entry.base = { at, cpuMs: row.cpuMs };
      const cpuPercent = share(base.cpuMs, row.cpuMs, elapsed);
      if (cpuPercent === row.cpuPercent) continue;
      entry.row = { ...row, cpuPercent };
      yield key;
    }
  }

  #userOf(owner: string | null): string | null {
    return owner === null ? null : this.#sources.owners.nameOf(owner);
  }

  #pick(keys: Iterable<string>): (readonly [string, HostProcess])[] {
    return Array.from(keys).flatMap((key) => {
      const entry = this.#entries.get(key);
      return entry ? [[key, entry.row] as const] : [];
    });
  }
}

/** Percent of one CPU, to a tenth: finer digits would differ each time without meaning anything. */
function share(before: number | null, now: number | null, elapsedMs: number): number | null {
  if (before === null || now === null) return null;
  return Math.max(0, Math.round(((now - before) / elapsedMs) * 1000) / 10);
}
