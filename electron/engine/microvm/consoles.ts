import type { StreamSession } from "../../contract/handlers.ts";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import type { Broadcast } from "../broadcast.ts";
import { endOnAbort } from "../end-on-abort.ts";
import type { Clock, ConsoleOptions } from "../engine.ts";
import { fail } from "../failures.ts";
import type { AgentClient, JobSink } from "./agent-client.ts";
import type { ContainerRun } from "./container-run.ts";
import { OutputDecoder } from "./output-decoder.ts";
import type { CommandFrame } from "./plan.ts";
import { startError } from "./start-error.ts";

type Console = StreamSession<OutputChunk, ConsoleInput>;

/** Puts input in order: the guest takes one piece at a time and answers when the command has it. */
class ConsoleWriter {
  readonly #agent: AgentClient;
  readonly #job: number;
  #last: Promise<void> = Promise.resolve();

  constructor(agent: AgentClient, job: number) {
    this.#agent = agent;
    this.#job = job;
  }

  send(message: ConsoleInput): Promise<void> {
    if (message.kind === "resize") return this.#agent.resize(this.#job, message.rows, message.columns);
    const write = () =>
      message.kind === "eof"
        ? this.#agent.endInput(this.#job)
        : this.#agent.input(this.#job, Buffer.from(message.text, "utf8"));
    const written = this.#last.then(write);
    this.#last = written.catch(() => {});
    return written;
  }
}

/** The container's own command: what it said so far, then live. Several may be attached. */
export async function attachConsole(
  run: ContainerRun,
  output: Broadcast,
  options: ConsoleOptions & { readonly interactive: boolean },
  signal: AbortSignal,
): Promise<Console> {
  const { agent } = run.vm;
  let unlink = () => {};
  const queue = output.follow({
    lines: Number.MAX_SAFE_INTEGER,
    wantsExit: true,
    onClose: () => unlink(),
  });
  unlink = endOnAbort(queue, signal);
  if (!options.interactive) return { output: queue, send: refuseInput };
  await agent.resize(run.job, options.rows, options.columns);
  const writer = new ConsoleWriter(agent, run.job);
  return { output: queue, send: (message) => writer.send(message) };
}

function refuseInput(message: ConsoleInput): void {
  if (message.kind === "resize") return;
  throw fail({
    code: "conflict",
    message: "The container was not launched interactive: its command takes no input",
  });
}

/** A further command in the container, with a terminal. It is ended when nobody reads it any more. */
export async function execConsole(
  run: ContainerRun,
  frame: CommandFrame,
  options: ConsoleOptions,
  signal: AbortSignal,
  clock: Clock,
): Promise<Console> {
  const { agent } = run.vm;
  let release = () => {};
  const queue = new OutputQueue(() => release());
  const { exec: argv, rows, columns } = options;
  const command = { ...frame, argv, tty: true, main: false, rows, columns };
  const started = agent.exec(command, queueSink(queue, clock));
  const { job } = await started.catch((error: unknown) => Promise.reject(startError(error, command)));
  const unlink = endOnAbort(queue, signal);
  release = () => {
    unlink();
    agent.closeJob(job).catch(() => {});
  };
  void run.finished.then(() => queue.end());
  const writer = new ConsoleWriter(agent, job);
  return { output: queue, send: (message) => writer.send(message) };
}

function queueSink(queue: OutputQueue, clock: Clock): JobSink {
  const decoder = new OutputDecoder(() => clock.now());
  return {
    output: (frame) => {
      const chunk = decoder.decode(frame);
      if (chunk) queue.push(chunk);
    },
    exit: ({ code }) => {
      for (const chunk of decoder.end()) queue.push(chunk);
      queue.push({ kind: "exit", code });
      queue.end();
    },
  };
}
