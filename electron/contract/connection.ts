import type { z } from "zod";
import type { CallDefinition, Contract, Definition, LiveDefinition, StreamDefinition } from "./define.ts";
import type { DispatcherOptions, ServedConnection } from "./dispatcher.ts";
import { IsoscopeFailure, toIsoscopeError } from "./errors.ts";
import { ClientFrame } from "./frames.ts";
import type { Handlers, StreamSession } from "./handlers.ts";
import { invalidInput } from "./invalid-input.ts";
import type { ServerLink } from "./link.ts";
import { LiveOutlet } from "./live-outlet.ts";
import type { LiveSource } from "./live-source.ts";
import { metered, NO_METER, type RequestMeter } from "./request-meter.ts";
import { StreamOutlet } from "./stream-outlet.ts";

/** What a client may have open at once; a page that leaks subscriptions is told, not served for ever. */
const MAX_OPEN = 512;

interface Open {
  close(): void;
  credit?(n: number): void;
  up?(message: unknown): void;
}

type AnyHandler = (input: unknown, context: { signal: AbortSignal }) => unknown;

/** Live handlers only name a source; nothing in them can be aborted. */
const NO_CONTEXT = { signal: new AbortController().signal };

/** The server's half of one client's conversation. */
export class Connection implements ServedConnection {
  readonly #contract: Contract;
  readonly #handlers: Readonly<Record<string, AnyHandler>>;
  readonly #link: ServerLink;
  readonly #checkItems: boolean;
  readonly #meter: (name: string) => RequestMeter;
  readonly #open = new Map<number, Open>();
  #closed = false;

  constructor(
    contract: Contract,
    handlers: Handlers<Contract>,
    link: ServerLink,
    options: DispatcherOptions,
  ) {
    this.#contract = contract;
    this.#handlers = handlers as Readonly<Record<string, AnyHandler>>;
    this.#link = link;
    this.#checkItems = options.checkItems ?? false;
    this.#meter = options.meter ?? (() => NO_METER);
  }

  receive(raw: unknown): void {
    if (this.#closed) return;
    const parsed = ClientFrame.safeParse(raw);
    if (!parsed.success) {
      this.#link.send({ t: "malformed", error: invalidInput(parsed.error) });
      return;
    }
    const frame = parsed.data;
    switch (frame.t) {
      case "call":
      case "open":
        this.#begin(frame);
        break;
      case "cancel":
      case "close":
        this.#end(frame.id);
        break;
      case "credit":
        this.#open.get(frame.id)?.credit?.(frame.n);
        break;
      case "up":
        this.#open.get(frame.id)?.up?.(frame.message);
        break;
    }
  }

  close(): void {
    this.#closed = true;
    for (const id of [...this.#open.keys()]) this.#end(id);
  }

  #begin(frame: { t: "call" | "open"; id: number; name: string; input?: unknown }): void {
    try {
      if (this.#open.has(frame.id)) {
        throw new IsoscopeFailure({
          code: "conflict",
          message: `Frame id ${frame.id} is in use on this connection.`,
        });
      }
      if (this.#open.size >= MAX_OPEN) {
        throw new IsoscopeFailure({
          code: "conflict",
          message: `More than ${MAX_OPEN} calls and subscriptions are open.`,
        });
      }
      const definition = this.#definition(frame.name);
      const input = parse(definition.input, frame.input ?? {});
      this.#start(frame.id, frame.name, definition, input);
    } catch (thrown) {
      this.#fail(frame.id, thrown);
    }
  }

  #definition(name: string): Definition {
    const definition = Object.hasOwn(this.#contract, name) ? this.#contract[name] : undefined;
    if (!definition) throw new IsoscopeFailure({ code: "not-found", what: "call", name });
    return definition;
  }

  #start(id: number, name: string, definition: Definition, input: unknown): void {
    const handler = this.#handlers[name];
    if (!handler) throw new IsoscopeFailure({ code: "internal", message: `No handler for ${name}.` });
    switch (definition.kind) {
      case "call":
        void this.#call(id, name, definition, handler, input);
        break;
      case "live":
        this.#live(id, definition, handler(input, NO_CONTEXT) as LiveSource<unknown>);
        break;
      case "stream":
        void this.#stream(id, definition, handler, input);
        break;
    }
  }

  async #call(
    id: number,
    name: string,
    definition: CallDefinition,
    handler: AnyHandler,
    input: unknown,
  ): Promise<void> {
    const abort = new AbortController();
    const work = async () => handler(input, { signal: abort.signal });
    this.#open.set(id, { close: () => abort.abort() });
    try {
      const value = definition.output.parse(await metered(this.#meter(name), name, work));
      if (this.#open.delete(id) && !this.#closed) this.#link.send({ t: "value", id, value });
    } catch (thrown) {
      if (this.#open.delete(id)) this.#fail(id, thrown);
    }
  }

  #live(id: number, definition: LiveDefinition, source: LiveSource<unknown>): void {
    const outlet = new LiveOutlet(id, this.#link, this.#checkItems ? definition.item : null, (thrown) => {
      if (this.#open.delete(id)) outlet.close();
      this.#fail(id, thrown);
    });
    this.#open.set(id, outlet);
    outlet.start(source);
  }

  async #stream(
    id: number,
    definition: StreamDefinition,
    handler: AnyHandler,
    input: unknown,
  ): Promise<void> {
    const abort = new AbortController();
    const outlet = new StreamOutlet(id, this.#link, definition, abort);
    this.#open.set(id, outlet);
    try {
      const session = (await handler(input, { signal: abort.signal })) as StreamSession<unknown, unknown>;
      await outlet.run(session, this.#checkItems);
      if (this.#open.delete(id) && !this.#closed) this.#link.send({ t: "end", id, error: null });
    } catch (thrown) {
      if (this.#open.delete(id) && !this.#closed)
        this.#link.send({ t: "end", id, error: toIsoscopeError(thrown) });
    }
  }

  /** A cancelled call gets no answer: its asker has stopped listening. */
  #end(id: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    open?.close();
  }

  #fail(id: number, thrown: unknown): void {
    if (!this.#closed) this.#link.send({ t: "error", id, error: toIsoscopeError(thrown) });
  }
}

function parse(schema: z.ZodType, raw: unknown): unknown {
  const result = schema.safeParse(raw);
  if (!result.success) throw new IsoscopeFailure(invalidInput(result.error));
  return result.data;
}
