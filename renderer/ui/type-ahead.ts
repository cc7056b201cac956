import type { RovingList } from "./roving.ts";

/** Letters typed within this time of each other make one word. */
const PAUSE_MS = 700;

/** Finds the row whose text begins with what is being typed. */
export class TypeAhead {
  #word = "";
  #last = Number.NEGATIVE_INFINITY;
  readonly #reserved: string;

  /** @param reserved letters that no word begins with here, because they are commands. */
  constructor(reserved = "") {
    this.#reserved = reserved;
  }

  /** The position found, or -1. A single letter looks behind `current`; a longer word may stay on it. */
  find(
    letter: string,
    at: number,
    current: number,
    list: RovingList,
    textOf: (index: number) => string,
  ): number {
    const begins = at - this.#last > PAUSE_MS;
    if (begins && this.#reserved.includes(letter.toLowerCase())) return -1;
    this.#word = begins ? letter : this.#word + letter;
    this.#last = at;
    const word = this.#word.toLowerCase();
    const from = this.#word.length === 1 ? current + 1 : current;
    for (let i = 0; i < list.count; i++) {
      const index = (from + i + list.count) % list.count;
      if (list.focusable(index) && textOf(index).toLowerCase().startsWith(word)) return index;
    }
    return -1;
  }
}
