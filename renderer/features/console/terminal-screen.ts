import { FitAddon } from "@xterm/addon-fit";
import { SearchAddon } from "@xterm/addon-search";
import { Terminal } from "@xterm/xterm";
import { consoleStrings } from "../../strings/console.ts";
import { withLawfulStyles } from "./lawful-styles.ts";
import { readColours, type TerminalColours } from "./terminal-theme.ts";

export interface ScreenEvents {
  /** Text that a person typed or pasted. */
  readonly typed: (text: string) => void;
  readonly resized: (columns: number, rows: number) => void;
  readonly found: (at: number | null, count: number) => void;
  readonly copy: () => void;
  readonly find: () => void;
  /** Text from the clipboard on its way in. */
  readonly pasted: (text: string) => void;
}

/** Lines kept above the screen. */
const SCROLLBACK = 10_000;
/** Matches that are counted and marked; searching is done anew as output comes. */
export const MOST_MATCHES = 5_000;

Terminal.strings.promptLabel = consoleStrings.prompt;
Terminal.strings.tooMuchOutput = consoleStrings.tooMuchOutput;

/** A terminal that can be taken off the page and put back, with all it shows. */
export class TerminalScreen {
  readonly #terminal: Terminal;
  readonly #fit = new FitAddon();
  readonly #search = new SearchAddon({ highlightLimit: MOST_MATCHES });
  readonly #events: ScreenEvents;
  #colours: TerminalColours | null = null;
  #wantsFocus = false;

  constructor(events: ScreenEvents) {
    this.#events = events;
    this.#terminal = new Terminal({
      allowProposedApi: true,
      scrollback: SCROLLBACK,
      minimumContrastRatio: 4.5,
      fontSize: 13,
      cursorBlink: false,
      reflowCursorLine: true,
    });
    this.#terminal.loadAddon(this.#fit);
    this.#terminal.loadAddon(this.#search);
    this.#terminal.onData((text) => events.typed(text));
    this.#terminal.onResize(({ cols, rows }) => events.resized(cols, rows));
    this.#terminal.attachCustomKeyEventHandler((event) => this.#mayTake(event));
    this.#search.onDidChangeResults(({ resultIndex, resultCount }) =>
      events.found(resultIndex < 0 ? null : resultIndex, resultCount),
    );
  }

  get columns(): number {
    return this.#terminal.cols;
  }

  get rows(): number {
    return this.#terminal.rows;
  }

  get selection(): string {
    return this.#terminal.getSelection();
  }

  /** Whether the program at the other end tells a paste from typing. */
  get bracketsPastes(): boolean {
    return this.#terminal.modes.bracketedPasteMode;
  }

  /** Puts it into an element of the page, in the colours and the font that hold there. */
  mount(parent: HTMLElement): void {
    const terminal = this.#terminal;
    const { element } = terminal;
    if (element) parent.append(element);
    else {
      terminal.options.fontFamily = getComputedStyle(parent).fontFamily;
      withLawfulStyles(document, () => terminal.open(parent));
      terminal.element?.addEventListener("paste", this.#onPaste, true);
    }
    this.recolour(parent);
    this.fit();
    if (this.#wantsFocus) this.focus();
  }

  unmount(): void {
    this.#terminal.element?.remove();
  }

  /** Takes the colours anew, after the theme has changed. */
  recolour(parent: HTMLElement): void {
    this.#colours = readColours(parent);
    this.#terminal.options.theme = this.#colours.theme;
  }

  fit(): void {
    this.#fit.fit();
  }

  write(text: string, shown: () => void = () => {}): void {
    this.#terminal.write(text, shown);
  }

  paste(text: string): void {
    this.#terminal.paste(text);
  }

  /** Now, or once it is on the page. */
  focus(): void {
    this.#wantsFocus = !this.#terminal.element?.isConnected;
    this.#terminal.focus();
  }

  reset(): void {
    this.#terminal.reset();
  }

  setScreenReader(on: boolean): void {
    this.#terminal.options.screenReaderMode = on;
  }

  setReadOnly(readOnly: boolean): void {
    this.#terminal.options.disableStdin = readOnly;
    this.#terminal.options.cursorInactiveStyle = readOnly ? "none" : "outline";
  }

  find(text: string, step: 1 | -1, incremental: boolean): void {
    if (text === "") {
      this.#search.clearDecorations();
      this.#events.found(null, 0);
      return;
    }
    const match = this.#colours?.match ?? "#ffe48f";
    const now = this.#colours?.matchNow ?? "#ffb900";
    const decorations = {
      matchBackground: match,
      activeMatchBackground: now,
      matchOverviewRuler: match,
      activeMatchColorOverviewRuler: now,
    };
    if (step === 1 && !incremental) this.#search.findNext(text, { decorations });
    else this.#search.findPrevious(text, { decorations, incremental });
  }

  dispose(): void {
    this.#terminal.dispose();
  }

  /** Multi-line text must not run before a person has seen it: every paste goes by the guard. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.#events.pasted(event.clipboardData?.getData("text/plain") ?? "");
  };

  /** The terminal takes every key but these. */
  #mayTake(event: KeyboardEvent): boolean {
    if (event.type !== "keydown") return true;
    if (event.key === "F6") return false;
    if (!event.ctrlKey || !event.shiftKey) return true;
    if (event.code === "KeyV") return false;
    const command =
      event.code === "KeyC" ? this.#events.copy : event.code === "KeyF" ? this.#events.find : null;
    if (!command) return true;
    event.preventDefault();
    event.stopPropagation();
    command();
    return false;
  }
}

/** What can be done with a screen, whichever it is. */
export type ConsoleScreen = Pick<TerminalScreen, keyof TerminalScreen>;
