import type { OutputChunk } from "./streams.ts";

const DEFAULT_LIMIT = 1024 * 1024;

/**
 * A bounded buffer between a writer that must not be held up (a guest, an attached terminal) and a reader that may
 * be slow. When full, the oldest text goes and the reader is told how many lines are missing.
 */
export class OutputQueue implements AsyncIterable<OutputChunk> {
  readonly #limit: number;
  #chunks: OutputChunk[] = [];
  #size = 0;
  #droppedLines = 0;
  #ended = false;
  #closed = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;
  readonly #onClose: () => void;

  /** @param onClose called once when the reader stops iterating or the queue ends. @param limit in UTF-16 units. */
  constructor(onClose: () => void = () => {}, limit = DEFAULT_LIMIT) {
    this.#onClose = onClose;
    this.#limit = limit;
  }

  push(chunk: OutputChunk): void {
    if (this.#ended) return;
    this.#chunks.push(chunk);
    if (chunk.kind === "text") this.#size += chunk.text.length;
    while (this.#size > this.#limit) this.#dropOldest();
    this.#wake?.();
  }

  /** Ends the stream once what is queued has been read; with an error, reading then throws it. */
  end(error: unknown = null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#wake?.();
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
    this.#droppedLines = 0;
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
    const chunk = this.#chunks.shift();
    if (chunk?.kind === "text") this.#size -= chunk.text.length;
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

  #dropOldest(): void {
    const index = this.#chunks.findIndex((chunk) => chunk.kind === "text");
    const [chunk] = this.#chunks.splice(index, 1);
    if (chunk?.kind !== "text") return;
    this.#size -= chunk.text.length;
    this.#droppedLines += Math.max(1, chunk.text.split("\n").length - 1);
  }
}
