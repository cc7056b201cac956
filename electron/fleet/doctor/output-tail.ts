const KEPT = 8_192;

// Colours and cursor moves mean nothing outside a terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ESCAPES = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/** The end of what a program prints, as plain text: at most 8 KiB, cut at a line where one ends there. */
export class OutputTail {
  #text = "";

  get text(): string {
    return this.#text;
  }

  /** The last line that says something. */
  get lastLine(): string {
    return this.#text.trimEnd().split("\n").at(-1)?.trim() ?? "";
  }

  add(chunk: string): void {
    const whole = this.#text + chunk.replace(ESCAPES, "").replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    if (whole.length <= KEPT) {
      this.#text = whole;
      return;
    }
    const kept = whole.slice(-KEPT);
    this.#text = kept.slice(kept.indexOf("\n") + 1);
  }
}
