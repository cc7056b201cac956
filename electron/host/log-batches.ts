import type { LogBatch, LogChunk } from "../contract/logs.ts";
import type { OutputChunk } from "../contract/streams.ts";

type Text = Extract<LogChunk, { kind: "text" }>;
type Result = IteratorResult<OutputChunk, undefined>;

/** UTF-16 units of text after which a batch is sent though more is there. */
const FULL = 64 * 1024;
/** Pieces after which a batch is sent: many short lines cost more than their text. */
const MOST_PIECES = 4096;

/** An engine's log in batches: each holds what was there by the end of one turn of the event loop, none waits for more. */
export function logBatches(output: AsyncIterable<OutputChunk>): AsyncIterable<LogBatch> {
  return { [Symbol.asyncIterator]: () => new Batches(output[Symbol.asyncIterator]()) };
}

class Batches implements AsyncIterator<LogBatch, undefined> {
  readonly #source: AsyncIterator<OutputChunk, undefined>;
  #pending: Promise<Result> | null = null;

  constructor(source: AsyncIterator<OutputChunk, undefined>) {
    this.#source = source;
  }

  async next(): Promise<IteratorResult<LogBatch, undefined>> {
    const first = await this.#take();
    if (first.done) return { done: true, value: undefined };
    const batch = new Batch();
    batch.add(first.value);
    const turn = new Promise<null>((resolve) => setImmediate(resolve, null));
    while (!batch.full) {
      const more = await Promise.race([this.#peek(), turn]).catch(() => null);
      if (more === null || more.done) break;
      this.#pending = null;
      batch.add(more.value);
    }
    return { done: false, value: batch.chunks };
  }

  async return(): Promise<IteratorResult<LogBatch, undefined>> {
    await this.#source.return?.();
    return { done: true, value: undefined };
  }

  #peek(): Promise<Result> {
    this.#pending ??= this.#source.next();
    return this.#pending;
  }

  #take(): Promise<Result> {
    const next = this.#peek();
    this.#pending = null;
    return next;
  }
}

/** Texts of one source that follow each other become one; a line that came in pieces has the time of its beginning. */
class Batch {
  readonly chunks: LogChunk[] = [];
  #last: { source: Text["source"]; text: string; at: (number | null)[] } | null = null;
  #size = 0;
  #pieces = 0;

  get full(): boolean {
    return this.#size >= FULL || this.#pieces >= MOST_PIECES;
  }

  add(chunk: OutputChunk): void {
    this.#pieces += 1;
    if (chunk.kind === "text") this.#addText(chunk);
    else if (chunk.kind === "dropped") {
      this.#last = null;
      this.chunks.push({ kind: "dropped", lines: chunk.lines });
    }
  }

  #addText({ source, text, at }: Extract<OutputChunk, { kind: "text" }>): void {
    this.#size += text.length;
    if (this.#last?.source !== source) {
      const next: Text = { kind: "text", source, text: "", at: [] };
      this.chunks.push(next);
      this.#last = next;
    }
    const continued = this.#last.text !== "" && !this.#last.text.endsWith("\n");
    this.#last.text += text;
    for (let left = lineCount(text) - (continued ? 1 : 0); left > 0; left--) this.#last.at.push(at);
  }
}

function lineCount(text: string): number {
  let count = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
