import type { Completes } from "./options.ts";
import type { Verb } from "./verb.ts";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type CompletedShell = (typeof SHELLS)[number];

type Verbs = ReadonlyMap<string, Verb>;

/** A script for this shell, made of the verbs' own options. Names of containers are asked for when they are needed. */
export function completionScript(shell: CompletedShell, verbs: Verbs): string {
  switch (shell) {
    case "bash":
      return bash(verbs);
    case "zsh":
      return ["autoload -U +X bashcompinit && bashcompinit", bash(verbs)].join("\n");
    case "fish":
      return fish(verbs);
    case "powershell":
      return powershell(verbs);
  }
}

/** Asks an Isoscope that runs, and starts none for it: a prompt must neither hang, nor cost, nor be written over. */
const ASK_CONTAINERS = "timeout 3 isoscope ps --all --quiet --no-start 2>/dev/null";

function bash(verbs: Verbs): string {
  const all = [...verbs.values()];
  return [
    "_isoscope() {",
    `  local cur="$2" prev="$3" verb="\${COMP_WORDS[1]}"`,
    "  COMPREPLY=()",
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${[...verbs.keys()].join(" ")}" -- "$cur")); return; fi`,
    '  case "$verb $prev" in',
    ...all.flatMap((verb) => valueCases(verb, verbs)),
    "  esac",
    '  case "$verb" in',
    ...all.map((verb) => {
      const options = optionWords(verb).join(" ");
      const words = bashValues(verb.words?.completes, verbs);
      return `    ${verb.name}) if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "${options}" -- "$cur")); else ${words}; fi;;`;
    }),
    "  esac",
    "}",
    "complete -o default -F _isoscope isoscope",
  ].join("\n");
}

function valueCases({ name, options }: Verb, verbs: Verbs): string[] {
  return Object.entries(options).flatMap(([option, { type, short, completes }]) => {
    if (type !== "string") return [];
    const names = [`"${name} --${option}"`, ...(short ? [`"${name} -${short}"`] : [])];
    return [`    ${names.join("|")}) ${bashValues(completes, verbs)}; return;;`];
  });
}

/** Nothing to offer leaves it to the shell, which completes files. */
function bashValues(completes: Completes | undefined, verbs: Verbs): string {
  if (completes === "container") return `COMPREPLY=($(compgen -W "$(${ASK_CONTAINERS})" -- "$cur"))`;
  const words = completes === "verb" ? [...verbs.keys()] : Array.isArray(completes) ? completes : [];
  return words.length === 0 ? ":" : `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))`;
}

const optionWords = ({ options }: Verb): string[] =>
  Object.entries(options).flatMap(([name, { short }]) => [`--${name}`, ...(short ? [`-${short}`] : [])]);

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function fish(verbs: Verbs): string {
  const lines = [...verbs.values()].flatMap((verb) => {
    const { name, summary, words, options } = verb;
    const here = `__fish_seen_subcommand_from ${name}`;
    return [
      `complete -c isoscope -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...fishValues(words?.completes, verbs).map(
        (values) => `complete -c isoscope -f -n ${quoted(here)} -a ${values}`,
      ),
      ...Object.entries(options).map(([option, { short, type, says, completes }]) =>
        [
          `complete -c isoscope -n ${quoted(here)} -l ${option}`,
          ...(short ? [`-s ${short}`] : []),
          ...(type === "string" ? ["-r"] : []),
          ...fishValues(completes, verbs).map((values) => `-f -a ${values}`),
          `-d ${quoted(says)}`,
        ].join(" "),
      ),
    ];
  });
  return lines.join("\n");
}

function fishValues(completes: Completes | undefined, verbs: Verbs): string[] {
  if (completes === "container") return [quoted(`(${ASK_CONTAINERS})`)];
  const words = completes === "verb" ? [...verbs.keys()] : Array.isArray(completes) ? completes : [];
  return words.length === 0 ? [] : [quoted(words.join(" "))];
}

function powershell(verbs: Verbs): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const list = (words: readonly string[]) => `@(${words.map(literal).join(", ")})`;
  return [
    "Register-ArgumentCompleter -Native -CommandName isoscope -ScriptBlock {",
    "  param($word, $ast, $cursor)",
    `  $verbs = ${list([...verbs.keys()])}`,
    "  $options = @{",
    ...[...verbs.values()].map((verb) => `    ${literal(verb.name)} = ${list(optionWords(verb))}`),
    "  }",
    "  $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })",
    "  $first = $given.Count -le 1 -or ($given.Count -eq 2 -and $word -ne '')",
    "  $offer = if ($first) { $verbs } elseif ($word -like '-*') { $options[$given[1]] } else { @() }",
    '  $offer | Where-Object { $_ -like "$word*" } | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    "  }",
    "}",
  ].join("\n");
}
