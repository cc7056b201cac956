import type { WindowsCounters } from "../contract/process.ts";
import { UNKNOWN } from "./format.ts";
import type { ProcessColumn, ProcessRow } from "./process-columns.ts";

const SILENT = "This Windows did not tell it.";

type Value = (row: ProcessRow) => number | null;

/** A column of numbers. A value that is not there says why. */
function number(title: string, value: Value, text: (value: number) => string = String): ProcessColumn {
  return {
    title,
    numeric: true,
    value,
    text: (row) => {
      const known = value(row);
      return known === null ? UNKNOWN : text(known);
    },
    hint: (row) => (value(row) === null ? (unreadable(row) ?? SILENT) : null),
  };
}

const unreadable = (row: ProcessRow) => ("unreadable" in row ? row.unreadable : null);
const counter =
  (name: keyof WindowsCounters): Value =>
  (row) =>
    ("windows" in row ? row.windows?.[name] : null) ?? null;

/** A whole number as PowerShell's `[int]` makes it: a half goes to the even neighbour. */
export function toInt(exact: number): number {
  const below = Math.floor(exact);
  if (exact - below !== 0.5) return Math.round(exact);
  return below % 2 === 0 ? below : below + 1;
}

const kibibytes = (bytes: number) => String(toInt(bytes / 1024));
const mebibytes = (bytes: number) => String(toInt(bytes / 1024 / 1024));

const SECONDS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const seconds = (ms: number) => SECONDS.format(ms / 1000);

/** Which server silo holds a process; nothing for the host's own and where Windows does not tell. */
function silo(row: ProcessRow): string | null {
  const id = counter("siloId")(row);
  return id ? `server silo ${id}` : null;
}

/** As Get-Process names a process: without the ending. */
const processName = ({ name }: ProcessRow) => name.replace(/\.exe$/i, "");

/** Get-Process of Windows PowerShell, in its order and units. */
export const GET_PROCESS_COLUMNS: readonly ProcessColumn[] = [
  number("Handles", counter("handles")),
  number("NPM(K)", counter("nonPagedBytes"), kibibytes),
  number("PM(K)", counter("pagedBytes"), kibibytes),
  number("WS(K)", (row) => row.rssBytes, kibibytes),
  number("VM(M)", counter("virtualBytes"), mebibytes),
  number("CPU(s)", (row) => row.cpuMs, seconds),
  number("Id", (row) => row.pid),
  number("SI", counter("sessionId")),
  {
    title: "ProcessName",
    numeric: false,
    text: processName,
    value: processName,
    hint: (row) => [row.command || row.name, silo(row), unreadable(row)].filter(Boolean).join(": "),
    names: true,
  },
];

const two = (value: number) => String(value).padStart(2, "0");

/** `00:00:00.031`. */
function clockTime(ms: number): string {
  const whole = Math.floor(ms);
  const [h, m, s] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ];
  return `${two(h)}:${two(m)}:${two(s)}.${String(whole % 1000).padStart(3, "0")}`;
}

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** Four digits in decimal units, as Docker prints sizes: `606.2kB`. */
function dockerSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(4))}${UNITS[unit]}`;
}

/** `docker top` on Windows. */
export const WINDOWS_TOP_COLUMNS: readonly ProcessColumn[] = [
  {
    title: "Name",
    numeric: false,
    text: ({ name }) => name,
    value: ({ name }) => name,
    hint: ({ command, name }) => command || name,
    names: true,
  },
  number("PID", (row) => row.pid),
  number("CPU", (row) => row.cpuMs, clockTime),
  { ...number("Private Working Set", (row) => row.rssBytes, dockerSize), short: "Private WS" },
];
