/** A prompt as it is copied along with a line: `$`, `#`, `PS C:\>`, `C:\>`, `ana@host:~$`. */
const PROMPT = /^\s*(?:PS [^>\n]*>|[A-Za-z]:\\[^>\n]*>|[\w.-]+@[\w.-]+:[^$#\n]*[$#]|[$#>%])\s*/;

/** What may stand in front of the program. */
const RUNS_AS = /^(?:sudo(?:\s+-[A-Za-z]+)*|winpty|time)\s+/;

const PROGRAM = /^(?:[^\s'"]*[\\/])?(?:docker|podman|nerdctl)(?:\.exe)?\s+/i;

/** Docker's own flags in front of its verb: with a value, or alone. */
const GLOBAL_FLAG =
  /^(?:(?:--(?:config|context|host|log-level|tlscacert|tlscert|tlskey)(?:=|\s+)|-[cHl](?:=|\s+)?)[^\s]+|--[\w-]+(?:=\S+)?|-D)\s+/;

const VERB = /^(?:container\s+)?run(?=[\s\\`]|$)/;

/** What follows `docker run`, as text; and the flags that stand before it. Null where the text is no such line. */
export function afterRun(text: string): { readonly rest: string; readonly before: readonly string[] } | null {
  const plain = text.replace(PROMPT, "").trimStart().replace(RUNS_AS, "");
  const program = PROGRAM.exec(plain);
  if (!program) return null;
  const before: string[] = [];
  let rest = plain.slice(program[0].length);
  for (let flag = GLOBAL_FLAG.exec(rest); flag; flag = GLOBAL_FLAG.exec(rest)) {
    before.push(flag[0].trim());
    rest = rest.slice(flag[0].length);
  }
  const verb = VERB.exec(rest);
  return verb && { rest: rest.slice(verb[0].length), before };
}

/** Whether a text is meant as such a line: what is pasted into a field is then no image and no command. */
export const isRunLine = (text: string): boolean => afterRun(text) !== null;
