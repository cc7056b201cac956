import type { Sink } from "./terminal.ts";
import { visible } from "./visible.ts";

const REWRITE = "\r\u001b[2K";

/** How long work gets on, on standard error: one line that is written over on a terminal, else a line for each step. */
export class ProgressLine {
  readonly #sink: Sink;
  #shown = "";
  #step = "";

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /**
   * @param step what is done; where lines stay, each is written once.
   * @param figure how far it is, which changes often.
   */
  show(step: string, figure = ""): void {
    const text = visible(figure === "" ? step : `${step} ${figure}`);
    if (this.#sink.isTerminal) {
      if (text === this.#shown) return;
      this.#shown = text;
      void this.#sink.write(REWRITE + text.slice(0, (this.#sink.columns ?? 80) - 1));
    } else if (step !== this.#step) {
      void this.#sink.write(`${visible(step)}\n`);
    }
    this.#step = step;
  }

  /** Takes the line away: what comes next stands where it stood. */
  clear(): void {
    if (this.#shown !== "") void this.#sink.write(REWRITE);
    this.#shown = "";
    this.#step = "";
  }
}
