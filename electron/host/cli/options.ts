import { parseArgs } from "node:util";
import { IsoscopeFailure } from "../../contract/failure.ts";

/** What completes a value: a fixed word, or something that the host knows. */
export type Completes = readonly string[] | "verb" | "container" | "image" | "engine" | "file";

export interface OptionSpec {
  readonly type: "boolean" | "string";
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the usage: `BYTES`. */
  readonly value?: string;
  readonly says: string;
  readonly completes?: Completes;
}

/** A verb's options by their long names. */
export type Options = Readonly<Record<string, OptionSpec>>;

/** Options of every verb. */
export const COMMON_OPTIONS = {
  json: { type: "boolean", says: "print JSON for programs" },
  host: {
    type: "string",
    value: "URL",
    says: "speak to the Isoscope at this address; its token is in ISOSCOPE_TOKEN",
  },
  "token-file": {
    type: "string",
    value: "FILE",
    says: "read the token for --host from a file",
    completes: "file",
  },
  "no-start": { type: "boolean", says: "speak only to an Isoscope that runs already" },
  verbose: { type: "boolean", says: "also print what failing parties said, word by word" },
  help: { type: "boolean", short: "h", says: "print this help" },
} as const satisfies Options;

const strictly = <const O extends Options>(args: string[], options: O) =>
  parseArgs({ args, options, allowPositionals: true, strict: true });

export type Values<O extends Options> = ReturnType<typeof strictly<O>>["values"];

export interface Parsed<O extends Options> {
  readonly values: Values<O>;
  readonly words: readonly string[];
}

export interface ParseHow {
  /** Options end at the first word: what follows belongs to somebody else's command. */
  readonly stopsAtWord?: boolean;
}

/** Throws `invalid` with the sentence of what was not understood. */
export function parseOptions<const O extends Options>(
  argv: readonly string[],
  options: O,
  { stopsAtWord = false }: ParseHow = {},
): Parsed<O> {
  const end = stopsAtWord ? firstWord(argv, options) : argv.length;
  try {
    const { values, positionals } = strictly(argv.slice(0, end), options);
    return { values, words: [...positionals, ...argv.slice(end)] };
  } catch (thrown) {
    throw notUnderstood(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

export const notUnderstood = (message: string, field = ""): IsoscopeFailure =>
  new IsoscopeFailure({ code: "invalid", field, message });

/** Where the first word stands that is neither an option nor the value of one. */
function firstWord(argv: readonly string[], options: Options): number {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const first = tokens.find(({ kind }) => kind === "positional" || kind === "option-terminator");
  if (!first) return argv.length;
  return first.kind === "positional" ? first.index : first.index + 1;
}
