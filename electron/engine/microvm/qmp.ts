import type { Duplex } from "node:stream";
import { z } from "zod";
import { withDeadline } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import { LineSplitter } from "./line-splitter.ts";

const Message = z.union([
  z.object({ QMP: z.unknown() }).transform(() => ({ kind: "greeting" as const })),
  z
    .object({ event: z.string(), data: z.looseObject({ reason: z.string().optional() }).optional() })
    .transform(({ event, data }) => ({ kind: "event" as const, event, reason: data?.reason ?? null })),
  z
    .object({ return: z.unknown(), id: z.number() })
    .transform(({ id, return: value }) => ({ kind: "done" as const, id, value })),
  z.object({ error: z.object({ desc: z.string() }), id: z.number() }).transform(({ id, error }) => ({
    kind: "error" as const,
    id,
    message: error.desc,
  })),
]);
type Message = z.output<typeof Message>;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const COMMAND_MS = 10_000;

function parse(line: string): Message | null {
  try {
    return Message.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** QEMU's control connection: pausing, and why the machine went down. */
export class QmpClient {
  readonly #stream: Duplex;
  readonly #clock: Clock;
  readonly #lines = new LineSplitter(1024 * 1024);
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #shutdown: string | null = null;
  #ended = false;

  constructor(stream: Duplex, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
    stream.on("data", (chunk: Buffer) => {
      for (const line of this.#lines.push(chunk)) this.#dispatch(parse(line));
    });
    stream.on("error", () => this.#end());
    stream.on("close", () => this.#end());
    // QMP takes no other command before this one, and queues what is written before its greeting.
    this.execute("qmp_capabilities").catch(() => {});
  }

  /** QEMU's reason for the shutdown (`guest-shutdown`, `guest-reset`, `host-signal`…); null when it gave none. */
  get shutdownReason(): string | null {
    return this.#shutdown;
  }

  /** Resolves when QEMU has done it. */
  async execute(command: "qmp_capabilities" | "stop" | "cont"): Promise<void> {
    await this.#ask(command);
  }

  /** What QEMU answers, as it answers it. */
  query(command: "query-blockstats"): Promise<unknown> {
    return this.#ask(command);
  }

  /** What QEMU's monitor for people prints to a command that QMP has no word for. */
  async told(command: "info usernet"): Promise<string> {
    const text = await this.#ask("human-monitor-command", { "command-line": command });
    return typeof text === "string" ? text : "";
  }

  #ask(command: string, args?: Readonly<Record<string, string>>): Promise<unknown> {
    const id = ++this.#lastId;
    const done = new Promise<unknown>((resolve, reject) => {
      if (this.#ended) return reject(fail({ code: "disconnected", reason: "QEMU has ended" }));
      this.#pending.set(id, { resolve, reject });
      this.#stream.write(`${JSON.stringify({ execute: command, id, arguments: args })}\n`);
    });
    return withDeadline(this.#clock, COMMAND_MS, `QEMU's ${command}`, done);
  }

  #dispatch(message: Message | null): void {
    if (message?.kind === "event" && message.event === "SHUTDOWN") this.#shutdown = message.reason;
    if (message?.kind !== "done" && message?.kind !== "error") return;
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === "done") pending?.resolve(message.value);
    else pending?.reject(fail({ code: "internal", message: `QEMU refused: ${message.message}` }));
  }

  #end(): void {
    this.#ended = true;
    for (const { reject } of this.#pending.values()) {
      reject(fail({ code: "disconnected", reason: "QEMU has ended" }));
    }
    this.#pending.clear();
  }
}
