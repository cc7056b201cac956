import type { Engine } from "../../engine/engine.ts";
import type { Tape } from "./tape.ts";

/** UTF-16 units of one container's output that are recorded at most. */
const MOST_TEXT = 4 * 1024 * 1024;
/** Lines that were there before the recording began. */
const LINES_BEFORE = 200;

/** Puts down what one container prints, until it ends or nobody records any more. */
export class OutputTap {
  readonly #abort = new AbortController();
  readonly #ended: Promise<void>;
  #text = 0;
  /** Whether some was left out. */
  #full = false;

  constructor(engine: Engine, id: string, tape: Tape) {
    this.#ended = this.#follow(engine, id, tape).catch(() => {});
  }

  get full(): boolean {
    return this.#full;
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#ended;
  }

  async #follow(engine: Engine, id: string, tape: Tape): Promise<void> {
    const { signal } = this.#abort;
    const { output } = await engine.logs(id, { follow: true, tail: LINES_BEFORE }, signal);
    for await (const chunk of output) {
      if (signal.aborted) return;
      if (chunk.kind !== "text") continue;
      this.#text += chunk.text.length;
      this.#full ||= this.#text > MOST_TEXT;
      if (this.#full) return;
      const { source, text, at } = chunk;
      tape.put({ kind: "output", engine: engine.id, id, source, text, at });
    }
  }
}
