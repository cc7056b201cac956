/** What the table needs of `/proc/PID/stat`; proc_pid_stat(5) names the fields. */
export interface StatFields {
  /** Without its parentheses; may hold any character, also `)` and newlines. */
  readonly name: string;
  readonly ppid: number;
  readonly kernelThread: boolean;
  /** User plus kernel time, clock ticks. */
  readonly cpuTicks: number;
  readonly threads: number;
  /** Clock ticks since boot, exact decimal text. */
  readonly start: string;
  readonly rssPages: number;
  /** Where the arguments lie: an exec moves it. "0" for a reader without rights over the process. */
  readonly argStart: string;
}

const KERNEL_THREAD_FLAG = 0x0020_0000;
/** The first field after the name; field numbers count from 1 in the manual page. */
const FIRST = 3;
const RSS = 24;

/** Null when the text is cut off or not of this form. */
export function parseStat(text: string): StatFields | null {
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  if (open < 0 || close < open) return null;
  const fields = text.slice(close + 2).split(/[ \n]/);
  if (fields.length <= RSS - FIRST || fields[RSS - FIRST] === "") return null;
  const field = (number: number) => fields[number - FIRST] ?? "0";
  return {
    name: text.slice(open + 1, close),
    ppid: Number(field(4)),
    kernelThread: (Number(field(9)) & KERNEL_THREAD_FLAG) !== 0,
    cpuTicks: Number(field(14)) + Number(field(15)),
    threads: Number(field(20)),
    start: field(22),
    rssPages: Number(field(RSS)),
    argStart: field(48),
  };
}
