import type { OutputChunk } from "./streams.ts";

const DEFAULT_LIMIT = 1024 * 1024;
/** What one chunk costs beside its text, so that very many empty ones count too. */
const CHUNK_COST = 16;

/**
 * A bounded buffer between a writer and a reader that may be slow. A writer that must not be held up (a guest, an
 * attached terminal) just pushes: when full, the oldest text goes and the reader is told how many lines are missing. A
 * writer that can wait (a log on disk) waits for {@link room} and loses nothing.
 */
export class OutputQueue implements AsyncIterable<OutputChunk> {
  readonly #limit: number;
  #chunks: OutputChunk[] = [];
  #first = 0;
  #size = 0;
  #droppedLines = 0;
  #ended = false;
  #closed = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;
  #wakeWriter: (() => void) | null = null;
  readonly #onClose: () => void;

  /** @param onClose called once when the reader stops iterating or the queue ends. @param limit in UTF-16 units, about. */
  constructor(onClose: () => void = () => {}, limit = DEFAULT_LIMIT) {
    this.#onClose = onClose;
    this.#limit = limit;
  }

  push(chunk: OutputChunk): void {
    if (this.#ended) return;
    this.#chunks.push(chunk);
    this.#size += costOf(chunk);
    while (this.#size > this.#limit && this.#dropOldest());
    this.#wake?.();
  }

  /** Resolves once less than half of the limit is queued, or the queue is over. One writer only. */
  async room(): Promise<void> {
    while (!this.#ended && this.#size > this.#limit / 2) {
      await new Promise<void>((resolve) => {
        this.#wakeWriter = resolve;
      });
    }
  }

  /** Ends the stream once what is queued has been read; with an error, reading then throws it. */
  end(error: unknown = null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#wake?.();
    this.#wakeWriter?.();
  }

  /** One reader only. `return` wakes a waiting `next`, which a generator's would not. */
  [Symbol.asyncIterator](): AsyncIterator<OutputChunk, undefined> {
    return {
      next: async () => {
        for (;;) {
          const chunk = this.#take();
          if (chunk) return { done: false, value: chunk };
          if (this.#ended) return this.#finish();
          await this.#more();
        }
      },
      return: async () => {
        this.#error = null;
        this.#ended = true;
        this.#wake?.();
        return this.#finish();
      },
    };
  }

  #finish(): { done: true; value: undefined } {
    this.#chunks = [];
    this.#first = 0;
    this.#size = 0;
    this.#droppedLines = 0;
    this.#wakeWriter?.();
    if (!this.#closed) {
      this.#closed = true;
      this.#onClose();
    }
    const error = this.#error;
    this.#error = null;
    if (error !== null) throw error;
    return { done: true, value: undefined };
  }

  #take(): OutputChunk | undefined {
    if (this.#droppedLines > 0) {
      const lines = this.#droppedLines;
      this.#droppedLines = 0;
      return { kind: "dropped", lines };
    }
    const chunk = this.#shift();
    if (chunk && this.#size <= this.#limit / 2) this.#wakeWriter?.();
    return chunk;
  }

  #shift(): OutputChunk | undefined {
    const chunk = this.#chunks[this.#first];
    if (!chunk) return undefined;
    this.#first += 1;
    this.#size -= costOf(chunk);
    if (this.#first > 1024 && this.#first * 2 > this.#chunks.length) {
      this.#chunks = this.#chunks.slice(this.#first);
      this.#first = 0;
    }
    return chunk;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve();
      };
    });
  }

  /** An exit or a notice of the writer's own is never dropped. */
  #dropOldest(): boolean {
    const chunk = this.#chunks[this.#first];
    if (chunk?.kind === "text") {
      this.#shift();
      this.#droppedLines += Math.max(1, chunk.text.split("\n").length - 1);
      return true;
    }
    if (chunk?.kind !== "dropped") return false;
    this.#shift();
    this.#droppedLines += chunk.lines;
    return true;
  }
}

const costOf = (chunk: OutputChunk): number =>
  chunk.kind === "text" ? chunk.text.length + CHUNK_COST : CHUNK_COST;
