import type { InsideProcess } from "../../contract/process.ts";
import type { TopAnswer } from "./parse.ts";

/** Which PIDs a top answer gives, for the daemon that gave it. */
export interface TopMeaning {
  readonly flavour: "docker" | "podman";
  readonly os: "linux" | "windows";
  /** The PIDs are this host's: true for process isolation on this kernel. */
  readonly onHost: boolean;
}

type Cells = ReadonlyMap<string, string>;

/** The rows of a `top` answer. Rows without a PID are left out; cells that cannot be read become null. */
export function topRows(answer: TopAnswer, meaning: TopMeaning, at: number): readonly InsideProcess[] {
  const titles = answer.Titles.map((title) => title.trim().toUpperCase());
  return (answer.Processes ?? []).flatMap((row) => {
    const cells = new Map(titles.map((title, index) => [title, row[index] ?? ""]));
    return meaning.os === "windows" ? windowsRow(cells, meaning) : linuxRow(cells, meaning, at);
  });
}

/** dockerd: `PID PPID USER RSS ELAPSED COMMAND` of the host. podman: `HPID PID PPID USER COMMAND`, PID of the inside. */
function linuxRow(cells: Cells, { flavour, onHost }: TopMeaning, at: number): readonly InsideProcess[] {
  const named = wholeNumber(cells.get("PID"));
  const hostPid = flavour === "podman" ? wholeNumber(cells.get("HPID")) : named;
  if (named === null || hostPid === null) return [];
  const elapsed = wholeNumber(cells.get("ELAPSED"));
  const rss = wholeNumber(cells.get("RSS"));
  const command = cells.get("COMMAND") ?? "";
  return [
    {
      ...nothingKnown,
      pid: flavour === "podman" ? named : null,
      hostPid: onHost ? hostPid : null,
      ppid: flavour === "podman" ? wholeNumber(cells.get("PPID")) : null,
      // The elapsed time is cut to whole seconds: right to within one.
      startedAt: elapsed === null ? null : at - elapsed * 1000,
      name: programName(command),
      command,
      user: cells.get("USER") || null,
      rssBytes: rss === null ? null : rss * 1024,
    },
  ];
}

/** `Name PID CPU "Private Working Set"`. Under process isolation inside and host numbers are the same. */
function windowsRow(cells: Cells, { onHost }: TopMeaning): readonly InsideProcess[] {
  const pid = wholeNumber(cells.get("PID"));
  const name = cells.get("NAME") ?? "";
  if (pid === null || name === "") return [];
  return [
    {
      ...nothingKnown,
      pid,
      hostPid: onHost ? pid : null,
      name,
      command: name,
      cpuMs: cpuTime(cells.get("CPU") ?? ""),
      rssBytes: decimalSize(cells.get("PRIVATE WORKING SET") ?? ""),
    },
  ];
}

const nothingKnown: InsideProcess = {
  pid: null,
  hostPid: null,
  ppid: null,
  start: null,
  startedAt: null,
  name: "",
  command: "",
  user: null,
  cpuMs: null,
  cpuPercent: null,
  rssBytes: null,
};

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

/** The program of a command line: no path, no leading dash of a login shell, no colon of a self-made title. */
export function programName(command: string): string {
  const [first = ""] = command.trim().split(/\s/);
  const base = first.slice(first.lastIndexOf("/") + 1);
  return base.replace(/^-/, "").replace(/:$/, "") || first;
}

/** `HH:MM:SS.mmm` in ms. */
export function cpuTime(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (seconds === undefined) return null;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };

/** `1.1MB` in bytes; the daemon's units are decimal, its text is rounded. */
export function decimalSize(text: string): number | null {
  const [, number, unit = ""] = /^([\d.]+)\s*([kmgt]?b)$/i.exec(text.trim()) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const bytes = Math.round(Number(number) * (factor ?? Number.NaN));
  return Number.isSafeInteger(bytes) ? bytes : null;
}
