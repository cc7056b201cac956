import { visibleText } from "./ansi.ts";
import type { LogStore } from "./log-store.ts";

/** Matches a text as typed, in any case. Null for an empty text. */
export function searchPattern(query: string): RegExp | null {
  if (query === "") return null;
  return new RegExp(query.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
}

/** Lines that contain a text, found a bit at a time so that a million lines hold nothing up. */
export class LogSearch {
  readonly pattern: RegExp | null;
  readonly #store: LogStore;
  #lines: number[] = [];
  #head = 0;
  #scanned: number;

  constructor(store: LogStore, query: string) {
    this.#store = store;
    this.pattern = searchPattern(query);
    this.#scanned = store.first;
  }

  /** Matching lines found so far that are still held. */
  get count(): number {
    this.#prune();
    return this.#lines.length - this.#head;
  }

  /** Whether all lines that do not change any more have been looked at. */
  get done(): boolean {
    return this.pattern === null || this.#scanned >= this.#store.settled;
  }

  /** Looks at further lines until `enough` says so, asked once per block of lines. */
  scan(enough: () => boolean): void {
    const { pattern } = this;
    if (!pattern) return;
    this.#scanned = Math.max(this.#scanned, this.#store.first);
    while (!this.done) {
      this.#scanBlock(pattern);
      if (enough()) return;
    }
  }

  /** How many matching lines come before this one: the place of a match among all, from 0. */
  indexOf(n: number): number {
    this.#prune();
    return this.#lowerBound(n) - this.#head;
  }

  /** The first match after the line, or the very first one. */
  next(after: number): number | undefined {
    this.#prune();
    return this.#lines[this.#lowerBound(after + 1)] ?? this.#lines[this.#head];
  }

  /** The last match before the line, or the very last one. */
  previous(before: number): number | undefined {
    this.#prune();
    const at = this.#lowerBound(before) - 1;
    return at >= this.#head ? this.#lines[at] : this.#lines.at(-1);
  }

  #scanBlock(pattern: RegExp): void {
    const { blocks, tail } = this.#store;
    const from = this.#scanned;
    const block = blocks.find((one) => from < one.first + one.length);
    if (block) {
      for (const n of block.matches(pattern)) if (n >= from) this.#lines.push(n);
      this.#scanned = block.first + block.length;
      return;
    }
    for (const line of tail) {
      if (line.n < from || line.n >= this.#store.settled) continue;
      pattern.lastIndex = 0;
      if (pattern.test(visibleText(line.text))) this.#lines.push(line.n);
    }
    this.#scanned = this.#store.settled;
  }

  #prune(): void {
    this.#head = Math.max(this.#head, this.#lowerBound(this.#store.first));
    if (this.#head < 4096 || this.#head * 2 < this.#lines.length) return;
    this.#lines = this.#lines.slice(this.#head);
    this.#head = 0;
  }

  /** Index of the first match that is not before the line. */
  #lowerBound(n: number): number {
    let low = this.#head;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) < n) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
