import type { StreamDefinition } from "./define.ts";
import { IsoscopeFailure } from "./errors.ts";
import { INITIAL_CREDIT } from "./frames.ts";
import type { StreamSession } from "./handlers.ts";
import { invalidInput } from "./invalid-input.ts";
import type { ServerLink } from "./link.ts";

/** Pulls a stream's chunks only as fast as the reader gives credit, and hands messages up to the session. */
export class StreamOutlet {
  readonly #id: number;
  readonly #link: ServerLink;
  readonly #definition: StreamDefinition;
  readonly #abort: AbortController;
  #session: StreamSession<unknown, unknown> | null = null;
  #early: unknown[] = [];
  #credit = INITIAL_CREDIT;
  #wake: (() => void) | null = null;

  constructor(id: number, link: ServerLink, definition: StreamDefinition, abort: AbortController) {
    this.#id = id;
    this.#link = link;
    this.#definition = definition;
    this.#abort = abort;
  }

  close(): void {
    this.#abort.abort();
    this.#wake?.();
  }

  credit(n: number): void {
    this.#credit = Math.min(this.#credit + n, 10_000);
    this.#wake?.();
  }

  /** Messages that arrive before the session is open wait for it, bounded. */
  up(raw: unknown): void {
    const parsed = this.#definition.up.safeParse(raw);
    if (!parsed.success) {
      this.#link.send({ t: "malformed", error: invalidInput(parsed.error) });
      return;
    }
    if (this.#session) void this.#send(this.#session, parsed.data);
    else if (this.#early.length < 1000) this.#early.push(parsed.data);
  }

  /** Resolves when the stream ends by itself, rejects when it fails or is closed from outside. */
  async run(session: StreamSession<unknown, unknown>, checkItems: boolean): Promise<void> {
    this.#session = session;
    for (const message of this.#early.splice(0)) void this.#send(session, message);
    const iterator = session.output[Symbol.asyncIterator]();
    // A source that is silent would never see the abort: end its iteration from here.
    const stop = () => void iterator.return?.();
    this.#abort.signal.addEventListener("abort", stop, { once: true });
    let seq = 0;
    try {
      while (await this.#mayPull()) {
        const next = await iterator.next();
        if (next.done) return;
        const chunk = checkItems ? this.#definition.down.parse(next.value) : next.value;
        if (this.#abort.signal.aborted) break;
        this.#credit -= 1;
        this.#link.send({ t: "down", id: this.#id, seq: seq++, chunk });
      }
      throw new IsoscopeFailure({ code: "cancelled", op: "stream" });
    } finally {
      this.#abort.signal.removeEventListener("abort", stop);
      await iterator.return?.();
    }
  }

  async #mayPull(): Promise<boolean> {
    while (this.#credit <= 0 && !this.#abort.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    return !this.#abort.signal.aborted;
  }

  async #send(session: StreamSession<unknown, unknown>, message: unknown): Promise<void> {
    try {
      await session.send(message);
    } catch {
      // The session's output ends with the reason; an input that came too late has nowhere to go.
    }
  }
}
