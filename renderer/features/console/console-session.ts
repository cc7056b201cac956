import type { StreamHandle, StreamListener } from "../../../electron/contract/client.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { ConsoleInput, OutputChunk } from "../../../electron/contract/streams.ts";
import type { NextFrame } from "../../engine/page-frames.ts";
import { consoleStrings } from "../../strings/console.ts";

/** `exited` has told its code; `ended` is over without one. */
export type SessionState =
  | { readonly kind: "open" | "ended" }
  | { readonly kind: "exited"; readonly code: number | null }
  | { readonly kind: "failed"; readonly error: IsoscopeError };

export interface SessionDeps {
  readonly open: (listener: StreamListener<OutputChunk>) => StreamHandle<ConsoleInput>;
  /** Shows text; `shown` is called when it has been taken in. */
  readonly write: (text: string, shown: () => void) => void;
  readonly nextFrame: NextFrame;
  readonly changed: () => void;
}

interface Waiting {
  readonly text: string;
  readonly shown: () => void;
}

/** The most one message may carry, UTF-16 units. */
const MOST_INPUT = 16_384;

/**
 * One command's output on its way to the screen, once a frame. What the screen has not taken in is not acknowledged, so
 * output that is faster than the screen is held up or left out at its source, and told.
 */
export class ConsoleSession {
  readonly #deps: SessionDeps;
  readonly #handle: StreamHandle<ConsoleInput>;
  #state: SessionState = { kind: "open" };
  #waiting: Waiting[] = [];
  #exit: { readonly code: number | null } | null = null;
  #cancelFrame: (() => void) | null = null;
  #closed = false;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#handle = deps.open({
      chunk: (chunk) => this.#take(chunk),
      end: (error) => this.#end(error),
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  input(text: string): void {
    if (this.#state.kind !== "open") return;
    for (let at = 0; at < text.length; at += MOST_INPUT) {
      this.#handle.send({ kind: "input", text: text.slice(at, at + MOST_INPUT) });
    }
  }

  endInput(): void {
    if (this.#state.kind === "open") this.#handle.send({ kind: "eof" });
  }

  resize(columns: number, rows: number): void {
    if (this.#state.kind === "open") this.#handle.send({ kind: "resize", columns, rows });
  }

  /** Lets go of the command without a word: a shell ends by that, the container's own command runs on. */
  close(): void {
    this.#closed = true;
    this.#cancelFrame?.();
    this.#handle.close();
    this.#waiting = [];
  }

  #take(chunk: OutputChunk): Promise<void> | undefined {
    if (chunk.kind === "exit") {
      this.#exit = { code: chunk.code };
      return undefined;
    }
    return new Promise((shown) => {
      this.#waiting.push({ text: shownText(chunk), shown });
      this.#wantFrame();
    });
  }

  #end(error: IsoscopeError | null): void {
    if (this.#closed) return;
    if (this.#exit) this.#state = { kind: "exited", code: this.#exit.code };
    else this.#state = error === null ? { kind: "ended" } : { kind: "failed", error };
    this.#deps.changed();
  }

  #wantFrame(): void {
    this.#cancelFrame ??= this.#deps.nextFrame(() => {
      this.#cancelFrame = null;
      const waiting = this.#waiting;
      this.#waiting = [];
      const text = waiting.map((each) => each.text).join("");
      this.#deps.write(text, () => {
        for (const each of waiting) each.shown();
      });
    });
  }
}

const DIM = "\u001b[2;3m";
const PLAIN = "\u001b[0m";

/** A line of the console's own among the command's output. */
export const aside = (text: string): string => `\r\n${DIM}${text}${PLAIN}\r\n`;

function shownText(chunk: Exclude<OutputChunk, { kind: "exit" }>): string {
  if (chunk.kind === "dropped") return aside(consoleStrings.left(chunk.lines));
  // Without a TTY nothing puts the carriage back at a line's end.
  return chunk.source === "tty" ? chunk.text : chunk.text.replaceAll(/\r?\n/g, "\r\n");
}
