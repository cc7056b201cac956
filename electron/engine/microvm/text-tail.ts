/** Keeps the last part of a text that may be endless, e.g. a console log that only matters when something fails. */
export class TextTail {
  readonly #limit: number;
  #text = "";

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(text: string): void {
    this.#text = (this.#text + text).slice(-this.#limit);
  }

  toString(): string {
    return this.#text;
  }
}
