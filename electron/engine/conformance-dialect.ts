/** What to run in a container for each thing the suite looks at, in the words of the container's own system. */
export interface Dialect {
  /** As images name it. */
  readonly os: "linux" | "windows";
  /** Says "ready" and stays until it is asked to stop. */
  readonly stays: readonly string[];
  /** How it then ends: what it says last, if anything, and its exit code. */
  readonly stopped: { readonly says: string; readonly code: number };
  /** How `stays` is told apart in a process list: what its command holds, and its program's name. */
  readonly staysAs: { readonly command: string; readonly name: string };
  /** Says "ready", stays, and does not heed being asked. */
  readonly stubborn: readonly string[];
  /** Ends at once with this code. */
  exits(code: number): readonly string[];
  /** Says the variable's value after an equals sign, then stays. */
  says(variable: string): readonly string[];
  readonly lineEnd: "\n" | "\r\n";
  /** Says the line "größe €" on one stream and the line "wrong" on the other, then ends. */
  readonly twoStreams: readonly string[];
  /** Says "exec-ok" and exits with 4. */
  readonly second: readonly string[];
  /** A program that is not there. */
  readonly missing: string;
  readonly shell: ShellDialect;
  /** Exit code of a command that was ended by force. */
  readonly killed: number;
}

/** Lines typed into an interactive shell, each with its line end. What is typed may be echoed: answers must differ from it. */
interface ShellDialect {
  readonly command: readonly string[];
  readonly askSize: string;
  sizeAnswer(columns: number, rows: number): RegExp;
  /** Answered by a line that holds `round-2-` and the word. */
  round(word: string): string;
  exit(code: number): string;
}

const sh = (script: string) => ["sh", "-c", script];

/** For images with `sh`, `sleep`, `echo` and `stty`. */
export const UNIX: Dialect = {
  os: "linux",
  stays: sh("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.1; done"),
  stopped: { says: "bye", code: 3 },
  staysAs: { command: "echo ready", name: "sh" },
  stubborn: sh("trap '' TERM; echo ready; while :; do sleep 0.2; done"),
  exits: (code) => sh(`exit ${code}`),
  says: (variable) => sh(`echo value=$${variable}; while :; do sleep 1; done`),
  lineEnd: "\n",
  twoStreams: sh("echo größe €; echo wrong >&2"),
  second: sh("echo exec-ok; exit 4"),
  missing: "/no/such/command",
  shell: {
    command: ["sh"],
    askSize: "stty size\n",
    sizeAnswer: (columns, rows) => new RegExp(`${rows} ${columns}`),
    round: (word) => `echo round-$((1+1))-${word}\n`,
    exit: (code) => `exit ${code}\n`,
  },
  killed: 137,
};
