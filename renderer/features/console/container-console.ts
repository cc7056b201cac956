import type { StreamHandle, StreamListener } from "../../../electron/contract/client.ts";
import type { ConsoleInput, OutputChunk } from "../../../electron/contract/streams.ts";
import { Listeners } from "../../engine/listeners.ts";
import type { NextFrame } from "../../engine/page-frames.ts";
import { consoleStrings } from "../../strings/console.ts";
import { aside, ConsoleSession, type SessionState } from "./console-session.ts";
import { LineInput } from "./line-input.ts";
import type { ConsoleTarget } from "./shells.ts";
import type { ConsoleScreen, ScreenEvents } from "./terminal-screen.ts";

export interface ConsoleStart {
  readonly target: ConsoleTarget;
  /** Whether the command has a terminal at its end. A further command always has. */
  readonly tty: boolean;
  readonly takesInput: boolean;
}

export interface ConsoleDeps {
  readonly open: (
    start: { readonly exec: readonly string[]; readonly columns: number; readonly rows: number },
    listener: StreamListener<OutputChunk>,
  ) => StreamHandle<ConsoleInput>;
  readonly nextFrame: NextFrame;
  readonly makeScreen: (events: ScreenEvents) => ConsoleScreen;
  readonly copied: (text: string) => void;
}

export interface ConsoleView {
  /** What runs or ran last; null before the first. */
  readonly start: ConsoleStart | null;
  readonly state: SessionState | null;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly found: { readonly at: number | null; readonly count: number };
  /** Text of several lines that waits for a person's word. */
  readonly pasting: string | null;
  /** Counts wishes for the find field. */
  readonly findWishes: number;
}

const NOTHING_FOUND = { at: null, count: 0 };

/** The terminal of one container and the command in it; lives on while its tab is not shown. */
export class ContainerConsole {
  readonly screen: ConsoleScreen;
  readonly #deps: ConsoleDeps;
  readonly #listeners = new Listeners<void>();
  #session: ConsoleSession | null = null;
  #lines: LineInput | null = null;
  #view: ConsoleView;

  constructor(deps: ConsoleDeps) {
    this.#deps = deps;
    this.screen = deps.makeScreen({
      typed: (text) => this.#typed(text),
      resized: (columns, rows) => this.#resized(columns, rows),
      found: (at, count) => this.#show({ found: { at, count } }),
      copy: () => deps.copied(this.screen.selection),
      find: () => this.#show({ findWishes: this.#view.findWishes + 1 }),
      pasted: (text) => this.#pasted(text),
    });
    const { columns, rows } = this.screen;
    this.#view = {
      ...{ start: null, state: null, pasting: null, findWishes: 0 },
      size: { columns, rows },
      found: NOTHING_FOUND,
    };
  }

  get view(): ConsoleView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Runs or joins a command, in place of the one before. */
  open(start: ConsoleStart): void {
    const { screen } = this;
    const again = this.#view.start !== null;
    this.#session?.close();
    // With a TTY the engines repeat what was said: the screen begins anew. Else what is there stays.
    if (again && start.target.argv.length === 0 && start.tty) screen.reset();
    else if (again) screen.write(aside(consoleStrings.again(start.target.name)));
    screen.setReadOnly(!start.takesInput);
    const { columns, rows } = screen;
    const session: ConsoleSession = new ConsoleSession({
      open: (listener) => this.#deps.open({ exec: start.target.argv, columns, rows }, listener),
      write: (text, shown) => screen.write(text, shown),
      nextFrame: this.#deps.nextFrame,
      changed: () => this.#show({ state: session.state }),
    });
    this.#session = session;
    this.#lines = start.tty ? null : this.#lineInput(session);
    this.#show({ start, state: session.state, pasting: null });
  }

  /** Lets go of the command: see {@link ConsoleSession.close}. */
  close(): void {
    this.#session?.close();
    this.#session = null;
    this.#show({ state: { kind: "ended" } });
  }

  /** What a person decided about the text that waits. */
  answerPaste(yes: boolean): void {
    const text = this.#view.pasting;
    this.#show({ pasting: null });
    if (yes && text !== null) this.screen.paste(text);
    this.screen.focus();
  }

  dispose(): void {
    this.#session?.close();
    this.screen.dispose();
  }

  #lineInput(session: ConsoleSession): LineInput {
    return new LineInput({
      echo: (text) => this.screen.write(text),
      send: (text) => session.input(text),
      end: () => session.endInput(),
    });
  }

  #typed(text: string): void {
    if (this.#lines) this.#lines.type(text);
    else this.#session?.input(text);
  }

  #pasted(text: string): void {
    if (text === "" || this.#view.state?.kind !== "open" || !this.#view.start?.takesInput) return;
    if (this.screen.bracketsPastes || !/[\r\n]./s.test(text)) this.screen.paste(text);
    else this.#show({ pasting: text });
  }

  #resized(columns: number, rows: number): void {
    this.#session?.resize(columns, rows);
    this.#show({ size: { columns, rows } });
  }

  #show(change: Partial<ConsoleView>): void {
    this.#view = { ...this.#view, ...change };
    this.#listeners.tell();
  }
}
