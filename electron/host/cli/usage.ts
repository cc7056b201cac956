import { EXIT_MEANINGS } from "./exit-codes.ts";
import { COMMON_OPTIONS, type Options } from "./options.ts";
import type { Verb } from "./verb.ts";

/** What `isoscope help` prints. */
export function usage(verbs: ReadonlyMap<string, Verb>): string {
  return [
    "Usage: isoscope VERB [OPTION…] [ARGUMENT…]",
    "",
    ...pairs([...verbs.values()].map(({ name, summary }) => [name, summary])),
    "",
    "Every verb takes",
    ...optionLines(COMMON_OPTIONS),
    "",
    "Exit codes",
    ...pairs(EXIT_MEANINGS),
    "",
    'Verbs speak to the Isoscope of this user that runs ("isoscope serve", or the desktop app), else they start one for',
    "themselves, which ends with them. ISOSCOPE_HOME chooses another home.",
    "A run's token for --host stands in instance.json: in ISOSCOPE_HOME/run, else in /run/isoscope (root), in",
    "$XDG_RUNTIME_DIR/isoscope, on Windows in %LOCALAPPDATA%\\Isoscope\\run.",
    'More about one verb: "isoscope VERB --help".',
  ].join("\n");
}

/** What `isoscope VERB --help` prints. */
export function verbUsage({ name, summary, words, options, details = [], examples }: Verb): string {
  const own = Object.fromEntries(Object.entries(options).filter(([option]) => !(option in COMMON_OPTIONS)));
  const line = ["Usage: isoscope", name, Object.keys(own).length > 0 ? "[OPTION…]" : "", words?.usage ?? ""];
  return [
    line.filter((part) => part !== "").join(" "),
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...details,
    "",
    "Options",
    ...optionLines(own),
    ...optionLines(COMMON_OPTIONS),
    "",
    "Examples",
    ...examples.map((example) => `  ${example}`),
  ].join("\n");
}

function optionLines(options: Options): string[] {
  return pairs(
    Object.entries(options).map(([name, { short, value, says, multiple }]) => [
      `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`,
      multiple ? `${says}; may be given more than once` : says,
    ]),
  );
}

function pairs(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
