import type { HostInfo } from "../contract/contract.ts";
import type { HostProcess, InsideProcess } from "../contract/process.ts";
import { formatPercent, formatRss, UNKNOWN } from "./format.ts";
import { GET_PROCESS_COLUMNS, WINDOWS_TOP_COLUMNS } from "./windows-columns.ts";

export type ProcessRow = HostProcess | InsideProcess;

export interface ProcessColumn {
  readonly title: string;
  /** The title where the window is narrow. */
  readonly short?: string;
  readonly numeric: boolean;
  readonly text: (row: ProcessRow) => string;
  /** What it is sorted by; null sorts behind all that is known. */
  readonly value: (row: ProcessRow) => number | string | null;
  /** What the pointer shows over the cell; null for nothing. */
  readonly hint?: (row: ProcessRow) => string | null;
  /** The column that names the process. */
  readonly names?: true;
}

/** A kernel thread has no command line; `ps` prints its name in brackets. */
function commandText({ command, name }: ProcessRow): string {
  return command === null || command === "" ? `[${name}]` : command;
}

function commandHint(row: ProcessRow): string {
  const unreadable = "unreadable" in row ? row.unreadable : null;
  return unreadable ? `${commandText(row)}: ${unreadable}` : commandText(row);
}

/** The columns `ps` and `docker top` print, so that a reader can check them in a terminal. */
const PS_COLUMNS: readonly ProcessColumn[] = [
  {
    title: "PID",
    numeric: true,
    text: ({ pid }) => (pid === null ? UNKNOWN : String(pid)),
    value: ({ pid }) => pid,
  },
  {
    title: "PPID",
    numeric: true,
    text: ({ ppid }) => (ppid === null ? UNKNOWN : String(ppid)),
    value: ({ ppid }) => ppid,
  },
  { title: "USER", numeric: false, text: ({ user }) => user ?? UNKNOWN, value: ({ user }) => user },
  {
    title: "%CPU",
    numeric: true,
    text: ({ cpuPercent }) => formatPercent(cpuPercent),
    value: ({ cpuPercent }) => cpuPercent,
  },
  {
    title: "RSS",
    numeric: true,
    text: ({ rssBytes }) => formatRss(rssBytes),
    value: ({ rssBytes }) => rssBytes,
  },
  {
    title: "COMMAND",
    numeric: false,
    text: commandText,
    value: commandText,
    hint: commandHint,
    names: true,
  },
];

/** What a platform's own tool prints on either side. */
export function processColumns(
  platform: HostInfo["platform"],
  side: "inside" | "host",
): readonly ProcessColumn[] {
  if (platform !== "win32") return PS_COLUMNS;
  return side === "host" ? GET_PROCESS_COLUMNS : WINDOWS_TOP_COLUMNS;
}
