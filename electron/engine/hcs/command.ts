import { StringDecoder } from "node:string_decoder";
import type { HcsEvent, NativeProcess } from "../../../native/hcs.ts";
import type { ConsoleInput } from "../../contract/streams.ts";
import { settlesWithin } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import type { TextChunk } from "../log-buffer.ts";
import { ConsoleSize } from "./documents/console-size.ts";
import { glanceAt } from "./documents/parse-document.ts";
import { exitCodeOf, ProcessStatus } from "./documents/process-status.ts";
import { writeDocument } from "./documents/write-document.ts";
import { EVENT } from "./event-types.ts";

export interface CommandOptions {
  readonly tty: boolean;
  /** Whether it was given an input. */
  readonly input: boolean;
  readonly clock: Clock;
  readonly onText: (chunk: TextChunk) => void;
}

/** How long output may lag behind the exit, ms: a grandchild that holds the pipe would keep it open for ever. */
const DRAIN_MS = 1_000;

/** One process in a container: its output as text, its input, its end. */
export class Command {
  /** Resolves once, after the output, with the exit code; null when it could not be learnt. */
  readonly ended: Promise<number | null>;
  readonly #process: NativeProcess;
  readonly #options: CommandOptions;
  readonly #exited: Promise<number | null>;
  #settle: (code: number | null) => void = () => {};
  #over = false;
  #lastInput: Promise<void> = Promise.resolve();

  constructor(process: NativeProcess, options: CommandOptions) {
    this.#process = process;
    this.#options = options;
    this.#exited = new Promise((resolve) => {
      this.#settle = resolve;
    });
    process.watch((event) => this.#onEvent(event));
    const drained = Promise.all([this.#pump("stdout"), options.tty ? null : this.#pump("stderr")]);
    this.ended = this.#end(drained);
    // It may have ended before anybody listened, and an event can get lost.
    void this.check();
    void drained.then(() => this.check());
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** Asks the process itself whether it has ended. */
  async check(): Promise<void> {
    if (this.#over) return;
    const text = await this.#process.properties().catch(() => null);
    const code = exitCodeOf(glanceAt(text, ProcessStatus) ?? {});
    if (code !== undefined) this.#exit(code);
  }

  /** Its system is gone, so it is too; the exit code is told if it can still be read. */
  async presumeEnded(): Promise<void> {
    await this.check();
    this.#exit(null);
  }

  /** Resolves when the process has it. After the end it goes nowhere: that is told by the end of the output. */
  send(message: ConsoleInput): Promise<void> {
    if (message.kind === "resize") return this.#resize(message);
    if (!this.#options.input) return Promise.reject(noInput());
    const given = this.#lastInput.then(() =>
      message.kind === "eof"
        ? this.#process.closeInput()
        : this.#process.write(Buffer.from(message.text, "utf8")),
    );
    this.#lastInput = given.catch(() => {});
    return this.#lastInput;
  }

  /** Ends it by force; that it has ended is no failure. */
  async terminate(): Promise<void> {
    await this.#process.terminate().catch(() => {});
  }

  close(): void {
    this.#exit(null);
    this.#process.close();
  }

  async #resize({ columns, rows }: Extract<ConsoleInput, { kind: "resize" }>): Promise<void> {
    if (!this.#options.tty) return;
    const size = { Height: rows, Width: columns };
    await this.#process
      .modify(writeDocument(ConsoleSize, { Operation: "ConsoleSize", ConsoleSize: size }))
      .catch(() => {});
  }

  #onEvent({ type, data }: HcsEvent): void {
    if (type === EVENT.processExited) {
      const status = glanceAt(data, ProcessStatus);
      this.#exit((status && exitCodeOf({ ...status, Exited: true })) ?? null);
    } else if (type === EVENT.serviceDisconnected) this.#exit(null);
  }

  #exit(code: number | null): void {
    this.#over = true;
    this.#settle(code);
  }

  async #end(drained: Promise<unknown>): Promise<number | null> {
    const code = await this.#exited;
    await settlesWithin(this.#options.clock, DRAIN_MS, drained);
    return code;
  }

  /** Ends with the stream, however it ends: the exit says what there is to say. */
  async #pump(stream: "stdout" | "stderr"): Promise<void> {
    const decoder = new StringDecoder("utf8");
    const source = this.#options.tty ? "tty" : stream;
    const tell = (text: string) => {
      if (text !== "") this.#options.onText({ kind: "text", source, text, at: this.#options.clock.now() });
    };
    try {
      for (;;) {
        const bytes = await this.#process.read(stream);
        if (bytes === null) break;
        tell(decoder.write(Buffer.from(bytes)));
      }
    } catch {}
    tell(decoder.end());
  }
}

const noInput = () =>
  fail({
    code: "conflict",
    message: "The container was not launched interactive: its command takes no input",
  });
