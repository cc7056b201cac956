import { OutputQueue } from "../contract/output-queue.ts";
import { LogBuffer, type TextChunk } from "./log-buffer.ts";

export interface FollowOptions {
  /** How many of the last lines to begin with. */
  readonly lines: number;
  /** Whether the reader is told the exit code (a console) or only sees the end (a log). */
  readonly wantsExit: boolean;
  readonly onClose?: () => void;
}

/** One command's output for any number of readers: each begins with what was kept, then follows. */
export class Broadcast {
  readonly #log = new LogBuffer();
  readonly #readers = new Map<OutputQueue, FollowOptions>();

  push(chunk: TextChunk): void {
    this.#log.append(chunk);
    for (const reader of this.#readers.keys()) reader.push(chunk);
  }

  /** A queue that begins with kept lines and follows until the command ends or the reader lets go. */
  follow(options: FollowOptions): OutputQueue {
    const queue: OutputQueue = new OutputQueue(() => {
      this.#readers.delete(queue);
      options.onClose?.();
    });
    for (const chunk of this.#log.tail(options.lines)) queue.push(chunk);
    this.#readers.set(queue, options);
    return queue;
  }

  /** A queue of the kept lines alone. */
  kept(lines: number): OutputQueue {
    const queue = new OutputQueue();
    for (const chunk of this.#log.tail(lines)) queue.push(chunk);
    queue.end();
    return queue;
  }

  /** Ends all readers. The kept text stays for later ones. */
  end(exitCode: number | null): void {
    for (const [reader, { wantsExit }] of [...this.#readers]) {
      if (wantsExit) reader.push({ kind: "exit", code: exitCode });
      reader.end();
    }
    this.#readers.clear();
  }
}
