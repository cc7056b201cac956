const BACKSPACE = "\u007f";
const END_OF_INPUT = "\u0004";
const ESCAPE = "\u001b";

export interface LineInputSinks {
  /** Shows what is typed, since no terminal at the other end does. */
  readonly echo: (text: string) => void;
  readonly send: (text: string) => void;
  readonly end: () => void;
}

/** Typing into a command without a TTY: lines are made here and sent whole, as `docker attach` at a terminal does. */
export class LineInput {
  readonly #sinks: LineInputSinks;
  #line = "";

  constructor(sinks: LineInputSinks) {
    this.#sinks = sinks;
  }

  type(text: string): void {
    // Arrows and the like mean nothing to a line.
    if (text.startsWith(ESCAPE)) return;
    for (const character of text.replaceAll("\r\n", "\r")) this.#take(character);
  }

  #take(character: string): void {
    const { echo, send, end } = this.#sinks;
    if (character === "\r" || character === "\n") {
      echo("\r\n");
      send(`${this.#line}\n`);
      this.#line = "";
    } else if (character === BACKSPACE) this.#erase();
    else if (character === END_OF_INPUT) {
      if (this.#line === "") end();
    } else if (character >= " ") {
      this.#line += character;
      echo(character);
    }
  }

  #erase(): void {
    const kept = [...this.#line].slice(0, -1).join("");
    if (kept.length < this.#line.length) this.#sinks.echo("\b \b");
    this.#line = kept;
  }
}
