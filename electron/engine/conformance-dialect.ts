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
  /** Programs that look through holes; absent where there are none. */
  readonly holes?: HoleDialect;
}

/** What to run to see from inside what a launch has opened and limited. Each stays, and says "ready" where nothing else is said. */
export interface HoleDialect {
  /** Says what `in.txt` in the folder holds, then "written" or "refused" of an `out.txt` in which the line "inside" stands. */
  looks(folder: string): readonly string[];
  /** Says "is-socket" or "is-none". */
  isSocket(path: string): readonly string[];
  /** Answers HTTP with the text. Says "ready" when it listens. */
  serves(port: number, text: string): readonly string[];
  /** Says what a server beside it answers, then "ready". */
  asks(port: number): readonly string[];
  /** Says "is-device" or "is-none". */
  isDevice(path: string): readonly string[];
  /** Says what {@link readLimits} understands, then "ready". */
  readonly limits: readonly string[];
  readLimits(said: string): { readonly memoryBytes: number; readonly cpus: number };
  /** Says each variable as `NAME=value`, then "ready". */
  readonly environment: readonly string[];
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

const STAY = "while :; do sleep 1; done";

/** What limits whom: control groups of version 1 and 2 for a container, the machine itself for a VM. */
const LIMITS = [
  "/sys/fs/cgroup/memory/memory.limit_in_bytes",
  "/sys/fs/cgroup/memory.max",
  "/sys/fs/cgroup/cpu/cpu.cfs_quota_us",
  "/sys/fs/cgroup/cpu/cpu.cfs_period_us",
  "/sys/fs/cgroup/cpu.max",
];

/** For images with busybox. */
const UNIX_HOLES: HoleDialect = {
  looks: (folder) =>
    sh(
      `cat ${folder}/in.txt; (echo inside > ${folder}/out.txt) 2>/dev/null && echo written || echo refused; ${STAY}`,
    ),
  isSocket: (path) => sh(`[ -S ${path} ] && echo is-socket || echo is-none; ${STAY}`),
  serves: (port, text) =>
    sh(
      `busybox mkdir -p /tmp/w; echo ${text} > /tmp/w/index.html; busybox httpd -p ${port} -h /tmp/w && echo ready; ${STAY}`,
    ),
  asks: (port) => sh(`busybox wget -q -O - http://127.0.0.1:${port}/; echo ready; ${STAY}`),
  isDevice: (path) => sh(`[ -c ${path} ] && echo is-device || echo is-none; ${STAY}`),
  limits: sh(
    `for f in ${LIMITS.join(" ")}; do [ -r $f ] && echo "$f $(cat $f)"; done; grep MemTotal /proc/meminfo; echo nproc $(busybox nproc); echo ready; ${STAY}`,
  ),
  readLimits: readUnixLimits,
  environment: sh(`env; echo ready; ${STAY}`),
};

function readUnixLimits(said: string): { readonly memoryBytes: number; readonly cpus: number } {
  const numberAfter = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? Number.POSITIVE_INFINITY);
  const limited = numberAfter(/memory(?:\.limit_in_bytes|\.max) (\d+)/);
  const quota = numberAfter(/(?:quota_us|cpu\.max) (\d+)/);
  const period = numberAfter(/(?:period_us|cpu\.max \d+) (\d+)/);
  return {
    memoryBytes: Math.min(limited, numberAfter(/MemTotal:\s+(\d+)/) * 1024),
    cpus: Math.min(quota / (Number.isFinite(period) ? period : 1), numberAfter(/nproc (\d+)/)),
  };
}

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
  holes: UNIX_HOLES,
};
