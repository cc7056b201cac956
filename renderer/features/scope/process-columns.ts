import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import { formatPercent, formatRss, UNKNOWN } from "../../ui/format.ts";

/** The columns `ps` and `docker top` print, so that a reader can check them in a terminal. */
export interface ProcessCells {
  readonly pid: string;
  readonly ppid: string;
  readonly user: string;
  readonly cpu: string;
  readonly rss: string;
  readonly command: string;
}

export const PROCESS_COLUMNS: readonly {
  readonly id: keyof ProcessCells;
  readonly title: string;
  readonly numeric: boolean;
}[] = [
  { id: "pid", title: "PID", numeric: true },
  { id: "ppid", title: "PPID", numeric: true },
  { id: "user", title: "USER", numeric: false },
  { id: "cpu", title: "%CPU", numeric: true },
  { id: "rss", title: "RSS", numeric: true },
  { id: "command", title: "COMMAND", numeric: false },
];

/** A kernel thread has no command line; `ps` prints its name in brackets. */
export function processCells(row: HostProcess | InsideProcess): ProcessCells {
  const nameless = row.command === null || row.command === "";
  return {
    pid: row.pid === null ? UNKNOWN : String(row.pid),
    ppid: row.ppid === null ? UNKNOWN : String(row.ppid),
    user: row.user ?? UNKNOWN,
    cpu: formatPercent(row.cpuPercent),
    rss: formatRss(row.rssBytes),
    command: nameless ? `[${row.name}]` : (row.command ?? ""),
  };
}
