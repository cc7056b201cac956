import { z } from "zod";
import { EXIT } from "../exit-codes.ts";
import { notUnderstood } from "../options.ts";
import { usage, verbUsage } from "../usage.ts";
import { defineVerb, type Verb } from "../verb.ts";

/** What `help --json` prints of each verb. */
const VerbHelp = z.object({
  name: z.string(),
  summary: z.string(),
  words: z.string(),
  options: z.array(
    z.object({
      name: z.string(),
      short: z.string().nullable(),
      value: z.string().nullable(),
      says: z.string(),
    }),
  ),
  /** A JSON Schema of what the verb prints with --json; null when it prints none. */
  output: z.record(z.string(), z.unknown()).nullable(),
});

/** @param verbs all of them, help too. */
export const helpVerb = (verbs: ReadonlyMap<string, Verb>): Verb =>
  defineVerb({
    name: "help",
    summary: "list the verbs, or tell about one",
    words: { usage: "[VERB]", least: 0, most: 1, completes: "verb" },
    options: {},
    details: ["With --json: every option, and the JSON Schema of what the verb prints with --json."],
    examples: ["isoscope help", "isoscope help run", "isoscope help ps --json"],
    output: z.object({ verbs: z.array(VerbHelp) }),
    run: async ({ words: [name] }, { json, out }) => {
      const verb = name === undefined ? null : verbs.get(name);
      if (verb === undefined) throw notUnderstood(`There is no verb "${name}".`);
      if (json) out(JSON.stringify({ verbs: (verb ? [verb] : [...verbs.values()]).map(describe) }));
      else out(verb ? verbUsage(verb) : usage(verbs));
      return EXIT.done;
    },
  });

const describe = ({ name, summary, words, options, output }: Verb): z.output<typeof VerbHelp> => ({
  name,
  summary,
  words: words?.usage ?? "",
  options: Object.entries(options).map(([option, { short, value, says }]) => ({
    name: option,
    short: short ?? null,
    value: value ?? null,
    says,
  })),
  output: output && { ...z.toJSONSchema(output, { unrepresentable: "any" }) },
});
