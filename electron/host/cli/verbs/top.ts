import { z } from "zod";
import { ContainerKey } from "../../../contract/container.ts";
import { IsoscopeError } from "../../../contract/errors.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { InsideProcess } from "../../../contract/process.ts";
import { EXIT } from "../exit-codes.ts";
import { insideTable } from "../process-tables.ts";
import { findContainer } from "../session/containers.ts";
import { readScope } from "../session/scope.ts";
import { defineVerb } from "../verb.ts";

const TopOutput = z.object({
  key: ContainerKey,
  /** What the list was read with. */
  source: z.string(),
  /** When, ms since the Unix epoch. */
  at: z.number().nullable(),
  error: IsoscopeError.nullable(),
  processes: z.array(InsideProcess),
});

export const top = defineVerb({
  name: "top",
  summary: "list the processes inside a container",
  words: { usage: "CONTAINER", least: 1, most: 1, completes: "container" },
  options: {},
  details: [
    "HOST PID is the same process on the host; under VM isolation there is none, whatever numbers coincide.",
  ],
  examples: ["isoscope top web"],
  output: TopOutput,
  run: async ({ words: [given = ""] }, context) => {
    const scope = await readScope(await findContainer(context, given), context);
    const { key, inside, links, insideSource, insideAt, insideError } = scope;
    if (insideError && inside.length === 0) throw new IsoscopeFailure(insideError);
    const output = { key, source: insideSource, at: insideAt, error: insideError, processes: inside };
    if (context.json) context.out(JSON.stringify(output satisfies z.output<typeof TopOutput>));
    else for (const line of insideTable(inside, links, context.terminal.out.columns)) context.out(line);
    return EXIT.done;
  },
});
