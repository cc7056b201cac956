import type { LogBatch, LogChunk } from "../../../electron/contract/logs.ts";
import type { LineKind, LogLine } from "./log-line.ts";
import { SealedBlock, shownWidth } from "./sealed-block.ts";

export interface LogLimits {
  readonly lines: number;
  /** UTF-16 units of text. */
  readonly text: number;
}

/** Two bytes a unit at most: 256 MiB of text. */
export const LOG_LIMITS: LogLimits = { lines: 1_000_000, text: 128 * 1024 * 1024 };

const BLOCK_LINES = 1000;
/** UTF-16 units after which a block is full though it could take more lines. */
const BLOCK_TEXT = 4 * 1024 * 1024;
/** A text without line ends is cut here, so that no line grows for ever. */
const LONGEST_LINE = 256 * 1024;

/**
 * The last part of a log, in numbered lines. Old lines go a block at a time when a limit is reached, and are counted.
 * A million lines cost their text and 16 bytes each.
 */
export class LogStore {
  readonly #limits: LogLimits;
  #blocks: SealedBlock[] = [];
  #tail: LogLine[] = [];
  #tailText = 0;
  #open = false;
  #generation = 0;
  #sealedText = 0;
  #first = 0;
  #missing = 0;
  #widest = 0;

  constructor(limits: LogLimits = LOG_LIMITS) {
    this.#limits = limits;
  }

  /** Number of the oldest line that is held: as many were dropped here because the store was full. */
  get first(): number {
    return this.#first;
  }

  /** One past the number of the newest line. */
  get end(): number {
    return this.#tailStart + this.#tail.length;
  }

  /** Lines below this number do not change any more. */
  get settled(): number {
    return this.end - (this.#open ? 1 : 0);
  }

  /** Lines the host left out, as it said. */
  get missing(): number {
    return this.#missing;
  }

  /** Columns of the widest line there ever was. */
  get widest(): number {
    return this.#widest;
  }

  /** Oldest first; with {@link tail} all that is held. */
  get blocks(): readonly SealedBlock[] {
    return this.#blocks;
  }

  /** The newest lines, not sealed yet. */
  get tail(): readonly LogLine[] {
    return this.#tail;
  }

  append(batch: LogBatch): void {
    for (const chunk of batch) this.#appendChunk(chunk);
    this.#enforce();
  }

  /** Counts how often all was forgotten: numbers of lines mean the same only within one. */
  get generation(): number {
    return this.#generation;
  }

  /** Forgets all, as if nothing had been received. */
  clear(): void {
    this.#generation += 1;
    this.#blocks = [];
    this.#tail = [];
    this.#tailText = 0;
    this.#open = false;
    this.#sealedText = 0;
    this.#first = 0;
    this.#missing = 0;
    this.#widest = 0;
  }

  line(n: number): LogLine | undefined {
    if (n >= this.#tailStart) return this.#tail[n - this.#tailStart];
    return n < this.#first ? undefined : this.#blockOf(n)?.line(n);
  }

  width(n: number): number {
    if (n >= this.#tailStart) return shownWidth(this.#tail[n - this.#tailStart]?.text ?? "");
    return this.#blockOf(n)?.width(n) ?? 0;
  }

  *lines(): Generator<LogLine, void, undefined> {
    for (const block of this.#blocks) {
      for (let n = block.first; n < block.first + block.length; n++) yield block.line(n);
    }
    yield* this.#tail;
  }

  get #tailStart(): number {
    const last = this.#blocks.at(-1);
    return last ? last.first + last.length : this.#first;
  }

  #blockOf(n: number): SealedBlock | undefined {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.#blocks[middle];
      if (block && block.first + block.length <= n) low = middle + 1;
      else high = middle;
    }
    return this.#blocks[low];
  }

  #appendChunk(chunk: LogChunk): void {
    if (chunk.kind === "dropped") {
      this.#missing += chunk.lines;
      this.#push("dropped", String(chunk.lines), null);
      this.#open = false;
      return;
    }
    const lines = chunk.text.split("\n");
    const unfinished = lines.pop() ?? "";
    for (const [i, text] of lines.entries()) this.#add(chunk.source, text, chunk.at[i] ?? null, true);
    if (unfinished !== "") this.#add(chunk.source, unfinished, chunk.at[lines.length] ?? null, false);
  }

  #add(kind: LineKind, text: string, at: number | null, finished: boolean): void {
    const last = this.#tail.at(-1);
    if (this.#open && last?.kind === kind && last.text.length + text.length <= LONGEST_LINE) {
      this.#tail[this.#tail.length - 1] = { ...last, text: withoutReturn(last.text + text, finished) };
      this.#tailText += text.length;
    } else this.#push(kind, withoutReturn(text, finished), at);
    this.#open = !finished;
    this.#widest = Math.max(this.#widest, shownWidth(this.#tail.at(-1)?.text ?? ""));
  }

  #push(kind: LineKind, text: string, at: number | null): void {
    if (this.#tail.length === BLOCK_LINES || this.#tailText > BLOCK_TEXT) this.#seal();
    this.#tail.push({ n: this.end, kind, text, at });
    this.#tailText += text.length;
  }

  #seal(): void {
    const block = new SealedBlock(this.#tail);
    this.#blocks.push(block);
    this.#sealedText += block.size;
    this.#tail = [];
    this.#tailText = 0;
  }

  #enforce(): void {
    const { lines, text } = this.#limits;
    while (this.end - this.#first > lines || this.#sealedText > text) {
      const oldest = this.#blocks.shift();
      if (!oldest) return;
      this.#sealedText -= oldest.size;
      this.#first = oldest.first + oldest.length;
    }
  }
}

/** The carriage return before a line's end belongs to that end. */
function withoutReturn(text: string, finished: boolean): string {
  return finished && text.endsWith("\r") ? text.slice(0, -1) : text;
}
