import type { OutputChunk } from "../contract/streams.ts";

export type TextChunk = Extract<OutputChunk, { kind: "text" }>;

const DEFAULT_LIMIT = 1024 * 1024;
/** What one entry costs beside its text, so that a million empty lines count too. */
const ENTRY_COST = 64;

/**
 * The last part of what a command said, kept by lines. When full the oldest lines go and are counted; who reads them
 * back is told how many are missing.
 */
export class LogBuffer {
  readonly #limit: number;
  #entries: TextChunk[] = [];
  #first = 0;
  #size = 0;
  #dropped = 0;

  /** @param limit in UTF-16 units, about. */
  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  append(chunk: TextChunk): void {
    for (const text of chunk.text.match(/[^\n]*\n|[^\n]+$/g) ?? []) this.#add({ ...chunk, text });
    while (this.#size > this.#limit && this.#first < this.#entries.length - 1) this.#dropOldest();
    if (this.#first > 4096 && this.#first * 2 > this.#entries.length) this.#compact();
  }

  /** The last `lines` lines in order of coming, with a notice before them where asked-for lines were dropped. */
  tail(lines: number): readonly OutputChunk[] {
    const held = this.#entries.length - this.#first;
    const kept = this.#entries.slice(Math.max(this.#first, this.#entries.length - lines));
    const missing = Math.min(this.#dropped, lines - held);
    return missing > 0 ? [{ kind: "dropped", lines: missing }, ...kept] : kept;
  }

  #add(chunk: TextChunk): void {
    const last = this.#entries.at(-1);
    const continues =
      this.#entries.length > this.#first && last?.source === chunk.source && !last.text.endsWith("\n");
    if (last && continues && last.text.length < this.#limit) {
      this.#entries[this.#entries.length - 1] = { ...last, text: last.text + chunk.text };
      this.#size += chunk.text.length;
    } else {
      this.#entries.push(chunk);
      this.#size += chunk.text.length + ENTRY_COST;
    }
  }

  #dropOldest(): void {
    this.#size -= (this.#entries[this.#first]?.text.length ?? 0) + ENTRY_COST;
    this.#first += 1;
    this.#dropped += 1;
  }

  #compact(): void {
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }
}
