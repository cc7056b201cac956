import type { RecordingEventInput } from "../../contract/recording.ts";
import { maskDeep } from "../../model/recording/mask-secrets.ts";

/** Without its time, which the tape puts on it. */
type Untimed<E> = E extends unknown ? Omit<E, "t"> : never;
export type TapeEvent = Untimed<RecordingEventInput>;

export interface TapeOptions {
  /** ms since the start of the recording. */
  readonly now: () => number;
  readonly write: (line: string) => void;
}

/** Where events of a recording are put down, in order, with their secrets masked. */
export class Tape {
  readonly #options: TapeOptions;
  #events = 0;
  #last = 0;

  constructor(options: TapeOptions) {
    this.#options = options;
  }

  get events(): number {
    return this.#events;
  }

  /** When the last event was, ms since the start. */
  get last(): number {
    return this.#last;
  }

  put(event: TapeEvent): number {
    // A clock may be put back; events are in order all the same.
    this.#last = Math.max(this.#last, Math.round(this.#options.now()));
    const line = { t: this.#last, ...maskDeep(event) };
    this.#options.write(`${JSON.stringify(line)}\n`);
    this.#events += 1;
    return this.#last;
  }
}
