import { z } from "zod";
import { type Container, ContainerKey } from "../../../contract/container.ts";
import { EngineId, type EngineStatus, Isolation } from "../../../contract/engine.ts";
import { IsoscopeFailure, toIsoscopeError } from "../../../contract/failure.ts";
import type { Job, LaunchSpec } from "../../../contract/launch.ts";
import { followOutput, joinConsole, type Printer } from "../attach.ts";
import { EXIT } from "../exit-codes.ts";
import { inWordsOfHoles } from "../hole-refusal.ts";
import { jobFigure } from "../job-figure.ts";
import { LAUNCH_OPTIONS, launchSpec } from "../launch-options.ts";
import { ProgressLine } from "../progress-line.ts";
import { runErrorCode } from "../run-error-code.ts";
import { launchingEngines } from "../session/engines.ts";
import { finishLaunch } from "../session/finish-job.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

/** Long enough for a first boot without hardware acceleration, and for making a disk of a large image. */
const LAUNCH_MS = 600_000;

/** The lines of `run --json`; with -d only the first. */
const RunLine = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("launched"),
    key: ContainerKey,
    id: z.string(),
    name: z.string(),
    engine: EngineId,
    isolation: Isolation.nullable(),
  }),
  z.object({ kind: z.literal("text"), source: z.enum(["stdout", "stderr", "tty"]), text: z.string() }),
  z.object({ kind: z.literal("exit"), code: z.number().int().nullable() }),
]);

export const run = defineVerb({
  name: "run",
  summary: "launch a container and show what it prints",
  words: { usage: "IMAGE [COMMAND [ARG…]]", least: 1, most: Number.POSITIVE_INFINITY, completes: "image" },
  stopsAtWord: true,
  options: {
    detach: { type: "boolean", short: "d", says: "leave it running, print its key and end" },
    interactive: { type: "boolean", short: "i", says: "a console: what is typed here goes to the command" },
    tty: { type: "boolean", short: "t", says: "the same: a console always has both" },
    rm: { type: "boolean", says: "remove it once its command has ended" },
    ...LAUNCH_OPTIONS,
  },
  details: [
    "The exit code is that of the container's command. 125: Isoscope could not run it, 126: the command cannot be",
    "executed, 127: there is no such command. Ctrl+C stops the container (with --rm it is removed) and exits 130.",
    "An engine that Isoscope itself started ends with it, and so do micro-VMs: -d needs an Isoscope that stays.",
  ],
  examples: [
    "isoscope run --rm isoscope/demo:latest ping -c 3 127.0.0.1",
    "isoscope run -it --rm --isolation hyperv debian:12 bash",
    "isoscope run -d --name web -p 8080:80 -v /srv/www:/usr/share/nginx/html:ro nginx:alpine",
  ],
  output: RunLine,
  exitCodeOf: runErrorCode,
  run: async ({ values, words }, context) => {
    const interactive = values.interactive === true || values.tty === true;
    if (values.detach && values.rm) throw new IsoscopeFailure(DETACHED_RM);
    const spec = launchSpec(values, words, interactive, context.env);
    const detached = values.detach === true;
    const quiet = !detached && !context.terminal.err.isTerminal;
    const able = await launchingEngines(context, spec, quiet);
    if (detached && (await context.session()).own) refuseDetached(able);
    const key = await launch(spec, quiet, context);
    const launched = await launchedRow(key, context);
    const { id, name, engine, isolation } = launched;
    if (context.json) context.out(JSON.stringify({ kind: "launched", key, id, name, engine, isolation }));
    else if (values.detach) context.out(key);
    if (values.detach) return EXIT.done;
    return attached(launched, { interactive, remove: values.rm === true }, context);
  },
});

const DETACHED_RM = {
  code: "invalid",
  field: "--rm",
  message: "who has left with -d cannot remove it at its end; leave one of the two out.",
} as const;

/** Nothing is launched that would be gone with this command. */
function refuseDetached([first]: readonly EngineStatus[]): void {
  if (!first?.managed) return;
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: "run -d",
    reason: `${first.title} ends with the Isoscope that started it, which would be this command: nothing was launched.`,
    fix: 'Start "isoscope serve" (or the desktop app) first and keep it open, or leave -d out.',
  });
}

/** @param quiet where its container's output is all that is to be seen: no step is written between it. */
async function launch(
  spec: LaunchSpec,
  quiet: boolean,
  { session, clock, signal, terminal }: VerbContext,
): Promise<string> {
  const { client } = await session();
  const progress = new ProgressLine(terminal.err);
  const show = (told: Job) => {
    if (!quiet) progress.show(told.phase, jobFigure(told));
  };
  const wait = { what: "the launch", ms: LAUNCH_MS, clock, signal };
  try {
    // Not to be cancelled: whoever does not wait for the job's name cannot undo it.
    const { job } = await client.call("containers.launch", spec);
    return await finishLaunch(client, job, wait, show);
  } catch (thrown) {
    throw new IsoscopeFailure(inWordsOfHoles(toIsoscopeError(thrown), spec.holes), { cause: thrown });
  } finally {
    progress.clear();
  }
}

const ROW_MS = 30_000;

/** The engine told of it before the launch was done; its row may be on its way. */
async function launchedRow(key: string, { session, clock, signal }: VerbContext): Promise<Container> {
  const { client } = await session();
  const mine = (rows: readonly Container[]) => rows.find((row) => row.key === key);
  return watchUntil(client, "containers.watch", {}, mine, {
    what: "the container's row",
    ms: ROW_MS,
    clock,
    signal,
  });
}

interface Attached {
  readonly interactive: boolean;
  readonly remove: boolean;
}

async function attached(launched: Container, { interactive, remove }: Attached, context: VerbContext) {
  const { key } = launched;
  const { client } = await context.session();
  const control = (action: "stop" | "remove") => client.call("containers.control", { key, action });
  try {
    const code = await (interactive ? joinConsole : followOutput)(key, printer(context), context);
    if (context.json) context.out(JSON.stringify({ kind: "exit", code }));
    return code ?? EXIT.failed;
  } catch (thrown) {
    if (context.signal.aborted && !remove) await control("stop");
    throw thrown;
  } finally {
    if (remove) await control("remove");
  }
}

function printer({ json, terminal, out }: VerbContext): Printer {
  if (json) return async (source, text) => out(JSON.stringify({ kind: "text", source, text }));
  return (source, text) => (source === "stderr" ? terminal.err : terminal.out).write(text);
}
