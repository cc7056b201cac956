import { IsoscopeFailure } from "../../contract/failure.ts";
import type { StreamSession } from "../../contract/handlers.ts";

interface Waiting<A> {
  resolve(answer: A): void;
  reject(reason: unknown): void;
}

/**
 * A conversation in which the server asks and the client answers, one question at a time: so a client that sends
 * unasked fills no memory. What is asked comes out as the session's output.
 */
export class Exchange<Q, A> implements StreamSession<Q, A> {
  #asked: Q[] = [];
  #waiting: Waiting<A> | null = null;
  #end: { readonly error: unknown } | null = null;
  #wake: (() => void) | null = null;

  /** Says something that needs no answer. */
  tell(message: Q): void {
    if (this.#end) return;
    this.#asked.push(message);
    this.#wake?.();
  }

  /** Asks, and resolves with the answer. Rejects when the conversation ends first. */
  ask(question: Q): Promise<A> {
    if (this.#end) return Promise.reject(this.#end.error ?? gone());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.tell(question);
    });
  }

  /** Ends it once what was said has been read; with an error, reading then throws it. A second end changes nothing. */
  end(error: unknown = null): void {
    if (this.#end) return;
    this.#end = { error };
    this.#waiting?.reject(error ?? gone());
    this.#waiting = null;
    this.#wake?.();
  }

  /** An answer nobody waits for is dropped. */
  send(answer: A): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(answer);
  }

  /** One reader only. `return` wakes a waiting `next`, which a generator's would not. */
  readonly output: AsyncIterable<Q> = {
    [Symbol.asyncIterator]: () => ({
      next: () => this.#next(),
      return: async () => {
        this.end(gone());
        this.#asked = [];
        return { done: true, value: undefined };
      },
    }),
  };

  async #next(): Promise<IteratorResult<Q, undefined>> {
    for (;;) {
      const message = this.#asked.shift();
      if (message !== undefined) return { done: false, value: message };
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}

const gone = () => new IsoscopeFailure({ code: "cancelled", op: "upload" });
