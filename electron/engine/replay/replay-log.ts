import { OutputQueue } from "../../contract/output-queue.ts";
import { LogBuffer } from "../log-buffer.ts";
import type { Printed } from "./recorded-output.ts";

/** What was printed by a moment, and by whom it is followed from there. */
export interface LogSource {
  /** The moment the container is shown at, ms. */
  now(): number;
  printed(after: number | null, upTo: number): readonly Printed[];
}

const textOf = ({ source, text, at }: Printed) => ({ kind: "text", source, text, at }) as const;

/** One reader of a recorded log. It ends when the replay goes back: what it has read was not printed yet then. */
export class ReplayLog {
  readonly queue: OutputQueue;
  readonly #source: LogSource;
  #readTo: number;

  constructor(source: LogSource, tail: number, onClose: () => void) {
    this.#source = source;
    this.queue = new OutputQueue(onClose);
    this.#readTo = source.now();
    const kept = new LogBuffer();
    for (const printed of source.printed(null, this.#readTo)) kept.append(textOf(printed));
    for (const chunk of kept.tail(tail)) this.queue.push(chunk);
  }

  /** The replay has moved. */
  follow(): void {
    const now = this.#source.now();
    if (now < this.#readTo) {
      this.queue.end();
      return;
    }
    for (const printed of this.#source.printed(this.#readTo, now)) this.queue.push(textOf(printed));
    this.#readTo = now;
  }
}
