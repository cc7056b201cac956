import { IsoscopeFailure } from "../../contract/failure.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import type { ConsoleOptions } from "../engine.ts";
import { isNamedPipe } from "./endpoint.ts";
import type { DockerContext } from "./engine-context.ts";
import { hijackedBytes } from "./hijacked-bytes.ts";
import type { Session } from "./negotiate.ts";
import { attach, END_OF_INPUT, startExec, type Terminal } from "./terminal.ts";
import { textFeed } from "./text-feed.ts";
import { connectionError } from "./wire-errors.ts";

/** Attaches to the container's own command, or runs a further one with a TTY. Rejects with `conflict` when it does not run. */
export async function openConsole(
  context: DockerContext,
  id: string,
  { exec, columns, rows }: ConsoleOptions,
  signal: AbortSignal,
): Promise<StreamSession<OutputChunk, ConsoleInput>> {
  const { session } = context;
  const terminal =
    exec.length === 0 ? await attach(context, id, signal) : await startExec(context, id, exec, signal);
  const queue = new OutputQueue(() => hangUp(terminal));
  const onAbort = () => {
    queue.end(new IsoscopeFailure({ code: "cancelled", op: "console" }));
    hangUp(terminal);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  void copy(context, terminal, queue).finally(() => signal.removeEventListener("abort", onAbort));
  await resize(session, terminal, columns, rows);
  return { output: queue, send: (input) => send(session, terminal, input) };
}

/** A closed connection proves nothing: how it ended is asked, and a daemon that is gone is said to be gone. */
async function copy(context: DockerContext, terminal: Terminal, queue: OutputQueue): Promise<void> {
  const { session, clock } = context;
  const { origin } = session.wire;
  const feed = textFeed(queue, terminal.tty);
  try {
    for await (const bytes of hijackedBytes({ ...terminal, origin, clock })) feed.push(bytes);
    feed.end();
    const code = await terminal.exitCode();
    if (code !== undefined) queue.push({ kind: "exit", code });
    queue.end(code === undefined ? runsOn() : null);
  } catch (thrown) {
    queue.end(connectionError(thrown, "console", origin));
  }
}

const runsOn = () =>
  new IsoscopeFailure({
    code: "disconnected",
    reason: "The daemon let go of the terminal; the command runs on.",
  });

async function send(session: Session, terminal: Terminal, input: ConsoleInput): Promise<void> {
  switch (input.kind) {
    case "input":
      return write(terminal, input.text);
    case "resize":
      return resize(session, terminal, input.columns, input.rows);
    case "eof":
      return endInput(session, terminal);
  }
}

/** Resolves when the text has been handed over. After the end it goes nowhere, as the output's end has told already. */
function write({ socket }: Terminal, text: string): Promise<void> {
  if (socket.destroyed || socket.writableEnded) return Promise.resolve();
  return new Promise((resolve) => socket.write(text, () => resolve()));
}

/** On a named pipe Node can only close both directions, which would lose the output that is still to come. */
async function endInput(session: Session, terminal: Terminal): Promise<void> {
  if (terminal.tty) return write(terminal, END_OF_INPUT);
  if (!isNamedPipe(session.wire.origin.endpoint)) return void terminal.socket.end();
  const reason = "Over a named pipe the input cannot be ended by itself; use an interactive container.";
  throw new IsoscopeFailure({ code: "unsupported", capability: "end of input", reason });
}

/** A command that has just ended has no window any more: that is told by the end of its output. */
async function resize({ wire }: Session, { resizePath }: Terminal, w: number, h: number): Promise<void> {
  const call = { op: "resize", method: "POST", path: resizePath, query: { h, w } } as const;
  await wire.text(call).catch((thrown: unknown) => {
    if (!(thrown instanceof IsoscopeFailure)) throw thrown;
  });
}

function hangUp({ socket, farewell }: Terminal): void {
  if (farewell === "" || socket.destroyed || socket.writableEnded) socket.destroy();
  else socket.write(farewell, () => socket.destroy());
}
