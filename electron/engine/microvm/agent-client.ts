import type { Duplex } from "node:stream";
import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/errors.ts";
import { withDeadline } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import type { SharedFolder } from "./folders/file-server.ts";
import {
  EmptyReply,
  ExecReply,
  type ExitFrame,
  type Frame,
  GuestInfo,
  type GuestProcess,
  type OutputFrame,
  ProcessReply,
  parseFrame,
  type ReadyFrame,
  type Refusal,
} from "./frames.ts";
import { LineSplitter } from "./line-splitter.ts";

export type GuestOutput = z.output<typeof OutputFrame>;
export type GuestExit = z.output<typeof ExitFrame>;
export type GuestReady = z.output<typeof ReadyFrame>;

/** Who is told what a command says. */
export interface JobSink {
  output(frame: GuestOutput): void;
  exit(frame: GuestExit): void;
}

/** A command as the guest is asked to run it. */
export interface GuestCommand {
  readonly argv: readonly string[];
  /** `NAME=value` */
  readonly env: readonly string[];
  readonly cwd: string;
  readonly user: string;
  readonly tty: boolean;
  readonly main: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** The guest said no to a request. */
export class GuestRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.stage ?? refusal.code}: ${refusal.message}`);
    this.name = "GuestRefusal";
    this.refusal = refusal;
  }
}

interface Pending {
  readonly answer: (frame: Frame) => void;
  readonly reject: (error: unknown) => void;
}

const REQUEST_MS = 30_000;
/** A process list of thousands is one line. */
const MAX_LINE = 8 * 1024 * 1024;
/** What the guest accepts in one line, less a margin. */
const MAX_REQUEST = 2 * 1024 * 1024 - 4096;

/** Speaks the guest agent's line protocol over one stream. When the stream ends, every open request rejects. */
export class AgentClient {
  readonly #stream: Duplex;
  readonly #clock: Clock;
  readonly #pending = new Map<number, Pending>();
  readonly #jobs = new Map<number, JobSink>();
  readonly #lines = new LineSplitter(MAX_LINE);
  #lastId = 0;
  #ended = false;
  #onReady: (ready: GuestReady) => void = () => {};
  /** Resolves with the first thing the guest says; stays open when it never comes. */
  readonly ready: Promise<GuestReady>;

  constructor(stream: Duplex, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    stream.on("data", (chunk: Buffer) => this.#receive(chunk));
    stream.on("error", () => this.#end());
    stream.on("close", () => this.#end());
  }

  /** Sets the guest's clock and name. The guest powers itself off after `silenceMs` without a word from here. */
  hello(hostname: string, silenceMs: number): Promise<GuestInfo> {
    const time = { time_ms: this.#clock.now() };
    return this.#request("hello", { ...time, hostname, silence_ms: silenceMs }, GuestInfo);
  }

  async mountRoot(filesystem: string): Promise<void> {
    await this.#request("root", { fs: filesystem }, EmptyReply);
  }

  /** Gives the network card its fixed address. */
  async raiseNetwork(network: { address: string; netmask: string; gateway: string }): Promise<void> {
    await this.#request("network", network, EmptyReply);
  }

  /** Mounts what the host shares as `tag` into the container's root; before its command is started. */
  async mountFolder({
    tag,
    target,
    readOnly,
  }: Pick<SharedFolder, "tag" | "target" | "readOnly">): Promise<void> {
    await this.#request("folder", { tag, target, read_only: readOnly }, EmptyReply);
  }

  /** Resolves once the command runs. The sink hears all of it, from the first byte. */
  async exec(command: GuestCommand, sink: JobSink): Promise<z.output<typeof ExecReply>> {
    return this.#request("exec", { ...command }, ExecReply, ({ job }) => this.#jobs.set(job, sink));
  }

  /** Resolves when the command's input has taken all of it, however long that takes. */
  async input(job: number, bytes: Buffer): Promise<void> {
    await this.#send("in", { job, data: bytes.toString("base64") }, EmptyReply);
  }

  async endInput(job: number): Promise<void> {
    await this.#send("eof", { job }, EmptyReply);
  }

  async resize(job: number, rows: number, columns: number): Promise<void> {
    await this.#request("resize", { job, rows, columns }, EmptyReply);
  }

  /** Resolves when the signal was sent. */
  async kill(job: number, signal: number): Promise<void> {
    await this.#request("kill", { job, signal }, EmptyReply);
  }

  /** Hangs up a command's terminal and kills it. */
  async closeJob(job: number): Promise<void> {
    await this.#request("close", { job }, EmptyReply);
  }

  async processes(): Promise<readonly GuestProcess[]> {
    return (await this.#request("ps", {}, ProcessReply)).processes;
  }

  async ping(): Promise<void> {
    await this.#request("ping", {}, EmptyReply);
  }

  #request<T extends z.ZodType>(
    op: string,
    body: object,
    reply: T,
    accepted?: (value: z.output<T>) => void,
  ): Promise<z.output<T>> {
    return withDeadline(this.#clock, REQUEST_MS, `the guest's ${op}`, this.#send(op, body, reply, accepted));
  }

  /** `accepted` runs before any later frame is looked at, unlike what awaits the promise. */
  #send<T extends z.ZodType>(
    op: string,
    body: object,
    reply: T,
    accepted: (value: z.output<T>) => void = () => {},
  ): Promise<z.output<T>> {
    const id = ++this.#lastId;
    const line = `${JSON.stringify({ op, id, ...body })}\n`;
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(disconnected());
      if (Buffer.byteLength(line) > MAX_REQUEST) return reject(tooLong(op));
      const answer = (frame: Frame) => {
        if ("ok" in frame && !frame.ok) return reject(new GuestRefusal(frame));
        const parsed = reply.safeParse(frame);
        if (!parsed.success)
          return reject(fail({ code: "internal", message: `The guest's ${op} answer is wrong` }));
        accepted(parsed.data);
        resolve(parsed.data);
      };
      this.#pending.set(id, { answer, reject });
      this.#stream.write(line);
    });
  }

  #receive(chunk: Buffer): void {
    for (const line of this.#lines.push(chunk)) {
      const frame = parseFrame(line);
      if (frame) this.#dispatch(frame);
    }
  }

  #dispatch(frame: Frame): void {
    if ("ok" in frame) {
      const pending = this.#pending.get(frame.id);
      this.#pending.delete(frame.id);
      pending?.answer(frame);
    } else if (frame.event === "ready") this.#onReady(frame);
    else if (frame.event === "output") this.#jobs.get(frame.job)?.output(frame);
    else {
      const sink = this.#jobs.get(frame.job);
      this.#jobs.delete(frame.job);
      sink?.exit(frame);
    }
  }

  #end(): void {
    this.#ended = true;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(disconnected());
  }
}

const disconnected = (): IsoscopeFailure =>
  new IsoscopeFailure({ code: "disconnected", reason: "The micro-VM has ended" });

const tooLong = (op: string): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "invalid",
    field: "",
    message: `Too much text for the guest's ${op}: at most 2 MB`,
  });
