import type { Comparison } from "../../contract/compare.ts";
import type { CostRecord } from "../../contract/cost.ts";
import { summarise, toIsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { LiveSource } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { type KeptComparison, readHistory, setAside, writeHistory } from "./history-file.ts";

/** How many stay: the oldest go first. One of ten runs takes some 60 kB. */
export const KEPT_COSTS = 50;

export interface CostHistoryDeps {
  /** Of the file; in the folder of what must survive. */
  readonly path: string;
  /** ms since the Unix epoch. */
  readonly now: () => number;
  /** Told what a person should know: a damaged file, one that cannot be written. */
  readonly note: (text: string) => void;
}

/**
 * The measured comparisons of this user on this machine, kept over starts of the app. The file is read again before each
 * change, since a second instance may have written. What cannot be kept is still shown, and noted.
 */
export class CostHistory {
  readonly #deps: CostHistoryDeps;
  readonly #store = new LiveStore<CostRecord>();
  #kept: readonly KeptComparison[] = [];

  constructor(deps: CostHistoryDeps) {
    this.#deps = deps;
    this.#show(this.#read() ?? []);
  }

  /** Oldest first. */
  get live(): LiveSource<CostRecord> {
    return this.#store;
  }

  add(kept: KeptComparison): void {
    const { id } = kept.record;
    this.#change((all) => [...all.filter(({ record }) => record.id !== id), kept].slice(-KEPT_COSTS));
  }

  /** The whole comparison, as it was when it ended. Throws `not-found`. */
  open(id: string): Comparison {
    return this.#find(id).comparison;
  }

  /** Forgets it for good. Throws `not-found`. */
  remove(id: string): void {
    this.#find(id);
    this.#change((all) => all.filter(({ record }) => record.id !== id));
  }

  #find(id: string): KeptComparison {
    const found = this.#kept.find(({ record }) => record.id === id);
    if (found) return found;
    throw new IsoscopeFailure({ code: "not-found", what: "comparison", name: id });
  }

  #change(change: (all: readonly KeptComparison[]) => readonly KeptComparison[]): void {
    const before = this.#read();
    this.#show(change(before ?? this.#kept));
    if (before) this.#attempt("could not be kept", () => writeHistory(this.#deps.path, this.#kept));
  }

  /** Null where the file could not be read, or must be left as it is. */
  #read(): readonly KeptComparison[] | null {
    let kept: readonly KeptComparison[] | null = null;
    this.#attempt("could not be read", () => {
      kept = this.#understood();
    });
    return kept;
  }

  #understood(): readonly KeptComparison[] | null {
    const { path, now, note } = this.#deps;
    const reading = readHistory(path);
    if (reading.state === "read") return reading.kept;
    if (reading.state === "newer") {
      note(`Earlier comparisons are not shown, and new ones are not kept: ${path}: ${reading.why}`);
      return null;
    }
    const aside = setAside(path, now());
    note(
      `The history of comparisons was damaged (${reading.why}). It was set aside as ${aside}; a new one begins`,
    );
    return [];
  }

  #attempt(what: string, work: () => void): void {
    try {
      work();
    } catch (thrown) {
      this.#deps.note(`The history of comparisons ${what}: ${summarise(toIsoscopeError(thrown))}`);
    }
  }

  #show(kept: readonly KeptComparison[]): void {
    this.#kept = kept;
    const entries = kept.map(({ record }) => [record.id, record] as const);
    this.#store.replace(entries, (a, b) => a.at === b.at);
  }
}
