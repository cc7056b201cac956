import { isPlain, visibleText } from "./ansi.ts";
import { lineWidth } from "./line-width.ts";
import { DRAWN_CHARACTERS, type LineKind, type LogLine } from "./log-line.ts";

const KINDS: readonly LineKind[] = ["stdout", "stderr", "tty", "dropped"];

/** Lines that do not change any more: one string and a few numbers per line, instead of an object each. */
export class SealedBlock {
  readonly first: number;
  readonly length: number;
  readonly #text: string;
  readonly #ends: Uint32Array;
  readonly #at: Float64Array;
  readonly #kinds: Uint8Array;
  readonly #widths: Uint16Array;
  /** Whether what is seen is exactly what was received. */
  readonly #plain: boolean;

  /** @param lines not empty, numbered without gaps. */
  constructor(lines: readonly LogLine[]) {
    this.first = lines[0]?.n ?? 0;
    this.length = lines.length;
    this.#text = lines.map((line) => line.text).join("\n");
    this.#plain = lines.every((line) => isPlain(line.text));
    let end = -1;
    this.#ends = Uint32Array.from(lines, (line) => {
      end += line.text.length + 1;
      return end;
    });
    this.#at = Float64Array.from(lines, (line) => line.at ?? Number.NaN);
    this.#kinds = Uint8Array.from(lines, (line) => KINDS.indexOf(line.kind));
    this.#widths = Uint16Array.from(lines, (line) => shownWidth(line.text));
  }

  /** UTF-16 units it holds. */
  get size(): number {
    return this.#text.length;
  }

  line(n: number): LogLine {
    const i = n - this.first;
    const at = this.#at[i] ?? Number.NaN;
    return {
      n,
      kind: KINDS[this.#kinds[i] ?? 0] ?? "stdout",
      text: this.#textAt(i),
      at: Number.isNaN(at) ? null : at,
    };
  }

  /** Columns of a line as it is drawn. */
  width(n: number): number {
    return this.#widths[n - this.first] ?? 0;
  }

  /** The lines in which the pattern occurs, by number. @param pattern with the flag `g`, never matching a line's end. */
  *matches(pattern: RegExp): Generator<number, void, undefined> {
    if (this.#plain) yield* this.#matchesInText(pattern);
    else
      for (let i = 0; i < this.length; i++) {
        pattern.lastIndex = 0;
        if (pattern.test(visibleText(this.#textAt(i)))) yield this.first + i;
      }
  }

  *#matchesInText(pattern: RegExp): Generator<number, void, undefined> {
    let i = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.#text); match; match = pattern.exec(this.#text)) {
      while ((this.#ends[i] ?? 0) <= match.index) i++;
      yield this.first + i;
      pattern.lastIndex = this.#ends[i] ?? this.#text.length;
    }
  }

  #textAt(i: number): string {
    return this.#text.slice(i === 0 ? 0 : (this.#ends[i - 1] ?? 0) + 1, this.#ends[i]);
  }
}

/** Columns of a line as it is drawn. */
export const shownWidth = (text: string): number => lineWidth(text.slice(0, DRAWN_CHARACTERS));
