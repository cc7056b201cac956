import type { z } from "zod";
import type { IsoscopeError } from "../../contract/errors.ts";
import type { Clock } from "../../engine/engine.ts";
import type { RecordingName } from "../show-recording.ts";
import type { Served } from "../web/serve.ts";
import {
  COMMON_OPTIONS,
  type Completes,
  notUnderstood,
  type Options,
  parseOptions,
  type Values,
} from "./options.ts";
import type { HostSession, OpenSession } from "./session/host-session.ts";
import type { Terminal } from "./terminal.ts";

export interface VerbContext {
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** JSON was asked for. */
  readonly json: boolean;
  readonly verbose: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user wants it to end: a verb undoes what it began and rejects with `cancelled`. */
  readonly signal: AbortSignal;
  /** The Isoscope that is spoken to; opened with the first call. Verbs that need none never call it. */
  readonly session: () => Promise<HostSession>;
  /** Serves this machine's app to browsers and to further commands. */
  readonly serve: (port: number | null, recording?: RecordingName) => Promise<Served>;
  /** An app of this process alone that shows a recording and touches no engine; whoever opens it closes it. */
  readonly openRecording: (recording: RecordingName) => Promise<OpenSession>;
  /** Results. */
  readonly out: (line: string) => void;
  /** Progress and hints. */
  readonly log: (line: string) => void;
}

type AllOptions<O extends Options> = O & typeof COMMON_OPTIONS;

export interface VerbDefinition<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** The words after the options: `IMAGE [COMMAND [ARG…]]`. */
  readonly words?: {
    readonly usage: string;
    readonly least: number;
    readonly most: number;
    readonly completes?: Completes;
  };
  readonly options: O;
  /** Options end at the first word. */
  readonly stopsAtWord?: boolean;
  /** What else its help says. */
  readonly details?: readonly string[];
  readonly examples: readonly string[];
  /** What `--json` prints, one document; of verbs that follow, each line. Null for verbs that print no JSON. */
  readonly output: z.ZodType | null;
  /** The exit code of an error, where this verb has its own. */
  readonly exitCodeOf?: (error: IsoscopeError) => number;
  /** Resolves with the exit code; rejects with `IsoscopeFailure`. */
  readonly run: (
    given: { readonly values: Values<AllOptions<O>>; readonly words: readonly string[] },
    context: VerbContext,
  ) => Promise<number>;
}

/** A verb whose options nobody outside needs to know the types of. */
export interface Verb extends Omit<VerbDefinition<Options>, "run"> {
  /** Throws `invalid` for a command line it does not take. */
  readonly parse: (argv: readonly string[]) => ParsedVerb;
}

export interface ParsedVerb {
  readonly common: Values<typeof COMMON_OPTIONS>;
  readonly run: (context: VerbContext) => Promise<number>;
}

export function defineVerb<const O extends Options>(definition: VerbDefinition<O>): Verb {
  const { run, ...facts } = definition;
  const options: AllOptions<O> = { ...definition.options, ...COMMON_OPTIONS };
  return {
    ...facts,
    options,
    parse: (argv) => {
      const given = parseOptions(argv, options, { stopsAtWord: definition.stopsAtWord ?? false });
      const common: Values<typeof COMMON_OPTIONS> = given.values;
      if (!common.help) checkWords(definition, given.words);
      return { common, run: (context) => run(given, context) };
    },
  };
}

function checkWords(
  { name, words }: Pick<VerbDefinition<Options>, "name" | "words">,
  given: readonly string[],
) {
  const { usage, least, most } = words ?? { usage: "", least: 0, most: 0 };
  if (given.length < least) throw notUnderstood(`${name} needs ${usage}.`);
  if (given.length <= most) return;
  throw notUnderstood(most === 0 ? `${name} takes no "${given[0]}".` : `${name} takes only ${usage}.`);
}
