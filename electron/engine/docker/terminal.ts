import type { Duplex } from "node:stream";
import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { DockerContext } from "./engine-context.ts";
import { containerExitCode, execExitCode } from "./exit-code.ts";
import { containerPath } from "./ids.ts";
import { toTime } from "./map.ts";
import { CreateAnswer } from "./parse.ts";
import { inspectContainer } from "./read-container.ts";
import { execOver, runOver } from "./until-over.ts";
import { explainHttp } from "./wire-errors.ts";

/** A hijacked connection and what belongs to it. */
export interface Terminal {
  readonly socket: Duplex;
  readonly tty: boolean;
  /** Path of its resize call. */
  readonly resizePath: string;
  /** Asks how it ended; undefined when it runs on and only the stream is gone. */
  readonly exitCode: () => Promise<number | null | undefined>;
  /** Resolves when the daemon says that it has ended, or the signal is aborted. */
  readonly over: (signal: AbortSignal) => Promise<void>;
  /** Typed before hanging up, so that a shell nobody sees any more ends. */
  readonly farewell: string;
}

/** Ctrl+D */
export const END_OF_INPUT = "\x04";

const notRunning: IsoscopeError = { code: "conflict", message: "The container is not running." };

function explain(id: string, status: number): IsoscopeError | undefined {
  if (status === 404) return { code: "not-found", what: "container", name: id };
  return status === 409 ? notRunning : undefined;
}

/** Joins the container's own command. With a TTY what it has said before comes first: the prompt is part of that. */
export async function attach(context: DockerContext, id: string, signal: AbortSignal): Promise<Terminal> {
  const { session, clock } = context;
  const { State, Config } = await inspectContainer(session, id);
  if (State.Status !== "running" && State.Status !== "paused") throw new IsoscopeFailure(notRunning);
  const query = { stream: true, stdout: true, stderr: true, stdin: Config.OpenStdin, logs: Config.Tty };
  const call = { op: "attach", method: "POST", path: containerPath(id, "/attach"), query, signal } as const;
  const socket = await explainHttp(session.wire.hijack(call), (status) => explain(id, status));
  return {
    socket,
    tty: Config.Tty,
    resizePath: containerPath(id, "/resize"),
    exitCode: () => containerExitCode(session, clock, id),
    over: (until) => runOver(context, id, toTime(State.StartedAt), until),
    farewell: "",
  };
}

/** Runs a further command with a TTY. A command that does not exist is told in the stream, then by its exit code. */
export async function startExec(
  context: DockerContext,
  id: string,
  command: readonly string[],
  signal: AbortSignal,
): Promise<Terminal> {
  const { session, clock } = context;
  const { wire, facts } = session;
  const json = {
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: true,
    Cmd: command,
    ...(facts.os === "linux" ? { Env: ["TERM=xterm-256color"] } : {}),
  };
  const create = { op: "exec", method: "POST", path: containerPath(id, "/exec"), json } as const;
  const { Id } = await explainHttp(wire.json(create, CreateAnswer), (status) => explain(id, status));
  const exec = encodeURIComponent(Id);
  const start = { op: "exec", method: "POST", path: `/exec/${exec}/start`, signal } as const;
  return {
    socket: await wire.hijack({ ...start, json: { Detach: false, Tty: true } }),
    tty: true,
    resizePath: `/exec/${exec}/resize`,
    exitCode: () => execExitCode(session, clock, exec),
    over: (until) => execOver(context, exec, until),
    farewell: END_OF_INPUT,
  };
}
