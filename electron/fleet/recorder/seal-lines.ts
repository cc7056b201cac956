import { createHash } from "node:crypto";

/** The text of a recording's file, line by line, and at last the line by which a cut or changed one is found. */
export class LineSeal {
  readonly #hash = createHash("sha256");
  #events = -1;

  /** How many events there are; the first line is the header. */
  get events(): number {
    return Math.max(0, this.#events);
  }

  line(value: object): string {
    const text = `${JSON.stringify(value)}\n`;
    this.#hash.update(text);
    this.#events += 1;
    return text;
  }

  end(): string {
    return `${JSON.stringify({ kind: "end", events: this.events, sha256: this.#hash.digest("hex") })}\n`;
  }
}

/** A whole recording as the text of its file, plain. Nothing is checked or masked. */
export function* sealedLines(header: object, events: Iterable<object>): Generator<string, void, undefined> {
  const seal = new LineSeal();
  yield seal.line(header);
  for (const event of events) yield seal.line(event);
  yield seal.end();
}
