import type { IsoscopeError } from "../../contract/errors.ts";
import { toIsoscopeError } from "../../contract/failure.ts";
import { systemClock } from "../../engine/clock.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import { explain } from "./explain.ts";
import { nearest } from "./nearest.ts";
import type { OpenSession } from "./session/host-session.ts";
import { noteRecording } from "./session/note-recording.ts";
import type { SessionWish } from "./session/open-session.ts";
import type { Terminal } from "./terminal.ts";
import { usage, verbUsage } from "./usage.ts";
import type { ParsedVerb, Verb, VerbContext } from "./verb.ts";
import { verbs } from "./verbs.ts";

export interface CliDeps {
  readonly openSession: (wish: SessionWish) => Promise<OpenSession>;
  readonly serve: VerbContext["serve"];
  readonly openRecording: VerbContext["openRecording"];
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user wants it to end. */
  readonly signal: AbortSignal;
}

/** Runs one verb and resolves with the exit code; never rejects. */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<number> {
  const { terminal } = deps;
  const [name = "help", ...rest] = NAMES.get(argv[0] ?? "") ?? argv;
  const verb = verbs.get(name);
  if (!verb) {
    const meant = nearest(name, verbs.keys());
    const hint = meant === null ? [] : [`  Did you mean: isoscope ${meant}`];
    return refuse(terminal, [`isoscope: There is no verb "${name}".`, ...hint, "  See: isoscope help"]);
  }
  let parsed: ParsedVerb;
  try {
    parsed = verb.parse(rest);
  } catch (thrown) {
    return refuse(terminal, [...explain(toIsoscopeError(thrown), { verbose: false }), helpHint(verb)]);
  }
  if (parsed.common.help) {
    await terminal.out.write(`${verbUsage(verb)}\n`);
    return EXIT.done;
  }
  if (argv.length === 0) return refuse(terminal, [usage(verbs)]);
  return runVerb(verb, parsed, deps);
}

const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["--help", ["help"]],
  ["-h", ["help"]],
  ["--version", ["version"]],
]);

const helpHint = ({ name }: Verb): string => `  See: isoscope ${name} --help`;

async function refuse(terminal: Terminal, lines: readonly string[]): Promise<number> {
  await terminal.err.write(`${lines.join("\n")}\n`);
  return EXIT.usage;
}

async function runVerb(verb: Verb, { common, run }: ParsedVerb, deps: CliDeps): Promise<number> {
  const { terminal, signal, env, serve, openRecording } = deps;
  const wish = { host: common.host, tokenFile: common["token-file"], start: !common["no-start"] };
  const log = (line: string) => void terminal.err.write(`${line}\n`);
  let opening: Promise<OpenSession> | null = null;
  const context: VerbContext = {
    terminal,
    env,
    clock: systemClock,
    json: common.json ?? false,
    verbose: common.verbose ?? false,
    signal,
    serve,
    openRecording,
    session: () => {
      opening ??= deps.openSession(wish).then((session) => noteRecording(session, log));
      return opening;
    },
    out: (line) => void terminal.out.write(`${line}\n`),
    log,
  };
  const code = await run(context).catch((thrown: unknown) => fail(verb, toIsoscopeError(thrown), context));
  return (await closed(opening, context)) ? code : code || EXIT.failed;
}

function fail(verb: Verb, error: IsoscopeError, { log, verbose, signal }: VerbContext): number {
  if (signal.aborted && error.code === "cancelled") return EXIT.interrupted;
  for (const line of explain(error, { verbose })) log(line);
  if (error.code === "invalid") log(helpHint(verb));
  return verb.exitCodeOf?.(error) ?? exitCodeOf(error);
}

/** False when what was opened could not be ended in order. A session that never opened has been told of already. */
async function closed(opening: Promise<OpenSession> | null, { log }: VerbContext): Promise<boolean> {
  const session = await opening?.catch(() => null);
  try {
    await session?.close();
    return true;
  } catch (thrown) {
    for (const line of explain(toIsoscopeError(thrown), { verbose: false })) log(line);
    return false;
  }
}
