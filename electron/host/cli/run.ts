import { parseArgs } from "node:util";
import { Client } from "../../contract/client.ts";
import type { IsoscopeContract } from "../../contract/contract.ts";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import { IsoscopeFailure, summarise, toIsoscopeError } from "../../contract/failure.ts";
import { memoryLink } from "../../contract/memory-link.ts";
import { systemClock } from "../../engine/clock.ts";
import { type Verb, verbs } from "./verbs.ts";

/** Exit codes: 0 done, 1 it did not hold or failed, 2 the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

export interface CliDeps {
  readonly compose: () => Promise<{ readonly dispatcher: Dispatcher; close(): Promise<void> }>;
  readonly out: (line: string) => void;
  readonly log: (line: string) => void;
}

/** Runs one verb over an in-process connection to the dispatcher and resolves with the exit code; never rejects. */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<number> {
  const parsed = parse(argv);
  if ("usage" in parsed) {
    (parsed.code === 0 ? deps.out : deps.log)(parsed.usage);
    return parsed.code;
  }
  const app = await deps.compose();
  const client = new Client<IsoscopeContract>(memoryLink(app.dispatcher));
  try {
    return await parsed.verb.run({
      client,
      clock: systemClock,
      json: parsed.json,
      out: deps.out,
      log: deps.log,
    });
  } catch (thrown) {
    deps.log(explain(thrown));
    return 1;
  } finally {
    client.close();
    await app.close();
  }
}

type Parsed =
  | { readonly verb: Verb; readonly json: boolean }
  | { readonly usage: string; readonly code: ExitCode };

function parse(argv: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [name, ...rest] = positionals;
    if (values.help) return { usage: usage(), code: 0 };
    const verb = name === undefined ? undefined : verbs.get(name);
    if (!verb || rest.length > 0) return { usage: usage(), code: 2 };
    return { verb, json: values.json };
  } catch (thrown) {
    return { usage: `${thrown instanceof Error ? thrown.message : String(thrown)}\n${usage()}`, code: 2 };
  }
}

function usage(): string {
  const lines = [...verbs].map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return ["Usage: isoscope VERB [--json]", "", ...lines].join("\n");
}

function explain(thrown: unknown): string {
  const error = toIsoscopeError(thrown);
  const fix = "fix" in error && error.fix ? `\n${error.fix}` : "";
  const detail =
    thrown instanceof IsoscopeFailure && "detail" in error && error.detail ? `\n${error.detail}` : "";
  return `${summarise(error)}${fix}${detail}`;
}
