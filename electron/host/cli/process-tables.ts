import type { HostProcess, InsideProcess } from "../../contract/process.ts";
import type { Link } from "../../contract/scope.ts";
import { formatPercent, formatRss, UNKNOWN } from "../../model/format.ts";
import { type Column, table } from "./table.ts";

const INSIDE: readonly Column[] = [
  { title: "PID", align: "right" },
  { title: "HOST PID", align: "right" },
  { title: "USER", cuts: true },
  { title: "CPU %", align: "right" },
  { title: "RSS", align: "right" },
  { title: "COMMAND", cuts: true },
];

/** The container's own list. Where a link shows which host process one is, its number stands beside it. */
export function insideTable(
  rows: readonly InsideProcess[],
  links: readonly Link[],
  width: number | null,
): string[] {
  const hostPids = new Map(links.map(({ insidePid, hostPid }) => [insidePid, hostPid]));
  const cells = rows.map((row) => [
    number(row.pid),
    number((row.pid === null ? null : hostPids.get(row.pid)) ?? null),
    row.user ?? UNKNOWN,
    formatPercent(row.cpuPercent),
    formatRss(row.rssBytes),
    row.command === "" ? row.name : row.command,
  ]);
  return table(INSIDE, cells, width);
}

const HOST: readonly Column[] = [
  { title: "PID", align: "right" },
  { title: "NAME", cuts: true },
  { title: "USER", cuts: true },
  { title: "CPU %", align: "right" },
  { title: "RSS", align: "right" },
  { title: "WHOSE", cuts: true },
  { title: "COMMAND", cuts: true },
];

/** Rows of the host. @param whose in words; "" of what belongs to no container. */
export function hostTable(
  rows: readonly HostProcess[],
  whose: (row: HostProcess) => string,
  width: number | null,
): string[] {
  const cells = rows.map((row) => [
    String(row.pid),
    row.name,
    row.user ?? UNKNOWN,
    formatPercent(row.cpuPercent),
    formatRss(row.rssBytes),
    whose(row),
    row.command ?? UNKNOWN,
  ]);
  const columns = rows.some((row) => whose(row) !== "")
    ? HOST
    : HOST.filter(({ title }) => title !== "WHOSE");
  const kept = HOST.map(({ title }) => columns.some((column) => column.title === title));
  return table(
    columns,
    cells.map((row) => row.filter((_, at) => kept[at])),
    width,
  );
}

const number = (pid: number | null): string => (pid === null ? UNKNOWN : String(pid));
