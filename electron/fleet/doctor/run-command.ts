import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Clock } from "../../engine/engine.ts";
import { fail } from "../../engine/failures.ts";

export interface CommandRun {
  readonly argv: readonly string[];
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Told what is printed, both streams as they come. */
  readonly onText: (text: string) => void;
  /** ms; past it the command is ended. */
  readonly deadlineMs: number;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const WINDOWS = process.platform === "win32";

/** Package tools then ask nothing, and print in the language that is searched for. */
const QUIET = { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };

/** Time between being asked to end and being killed, ms. */
const GRACE_MS = 5_000;
/** A service that the command started may have kept its output open: it is not waited for longer than this, ms. */
const DRAIN_MS = 1_000;

/**
 * Runs a program to its end, without a shell and without input, and resolves with its exit code; null when a signal
 * ended it. Rejects with `unavailable` (there is no such program), `cancelled` or `timeout`, once it has ended.
 */
export async function runCommand(run: CommandRun): Promise<number | null> {
  const { argv, signal, clock, deadlineMs } = run;
  const [program = "", ...args] = argv;
  const cancelled = () => fail({ code: "cancelled", op: program });
  if (signal.aborted) throw cancelled();
  const child = start(program, args);
  const ending = new Ending(child, clock);
  let late = false;
  const stopDeadline = clock.after(deadlineMs, () => {
    late = true;
    ending.begin();
  });
  const onAbort = () => ending.begin();
  signal.addEventListener("abort", onAbort, { once: true });
  for (const stream of [child.stdout, child.stderr]) tellText(stream, run.onText);
  try {
    const code = await ended(child, clock, program);
    if (signal.aborted) throw cancelled();
    if (late) throw fail({ code: "timeout", op: program, ms: deadlineMs });
    return code;
  } finally {
    stopDeadline();
    ending.over();
    signal.removeEventListener("abort", onAbort);
  }
}

const start = (program: string, args: readonly string[]): Child =>
  spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...QUIET },
    // A group of its own: what it starts can be ended with it.
    detached: !WINDOWS,
    windowsHide: true,
  });

function ended(child: Child, clock: Clock, program: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let stopDrain = () => {};
    child.on("error", (error) => {
      if (child.pid === undefined) reject(notStarted(program, error));
    });
    child.on("exit", () => {
      stopDrain = clock.after(DRAIN_MS, () => {
        child.stdout.destroy();
        child.stderr.destroy();
      });
    });
    child.on("close", (code) => {
      stopDrain();
      resolve(code);
    });
  });
}

/** Asks a child and all that it started to end, and kills them when they do not. */
class Ending {
  readonly #child: Child;
  readonly #clock: Clock;
  #stop: (() => void) | null = null;

  constructor(child: Child, clock: Clock) {
    this.#child = child;
    this.#clock = clock;
  }

  begin(): void {
    this.#signal("SIGTERM");
    this.#stop ??= this.#clock.after(GRACE_MS, () => this.#signal("SIGKILL"));
  }

  over(): void {
    this.#stop?.();
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    try {
      if (WINDOWS || pid === undefined) this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // It has ended already.
    }
  }
}

function tellText(stream: Readable, onText: (text: string) => void): void {
  const decoder = new StringDecoder("utf8");
  stream.on("data", (chunk: Buffer) => onText(decoder.write(chunk)));
}

const notStarted = (program: string, error: Error) =>
  fail({
    code: "unavailable",
    engine: "Doctor",
    reason: `${program} could not be started.`,
    fix: "Run the command in a terminal.",
    detail: error.message,
  });
