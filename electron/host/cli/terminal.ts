import type { Unsubscribe } from "../../contract/live-source.ts";

/** Where text goes: standard output or standard error. */
export interface Sink {
  /** Resolves when the system has taken it: whoever has much to write waits. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Characters in a line; null where nobody looks at it in a window. */
  readonly columns: number | null;
  readonly rows: number | null;
}

/** What a person types, or what is piped in. */
export interface Keyboard {
  readonly isTerminal: boolean;
  /** Every key as it comes, Ctrl+C too, until undone. */
  raw(): Unsubscribe;
  /** Reads until undone; `ended` is called at its end. Text is decoded UTF-8. */
  read(typed: (text: string) => void, ended: () => void): Unsubscribe;
  /** Calls back when the window has another size. */
  onResize(changed: () => void): Unsubscribe;
}

/** All of the outside that a verb speaks to directly. */
export interface Terminal {
  /** Results, and nothing else. */
  readonly out: Sink;
  /** Progress, hints and errors. */
  readonly err: Sink;
  readonly keyboard: Keyboard;
}
