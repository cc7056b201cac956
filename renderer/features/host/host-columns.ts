import type { OwnerRole } from "../../../electron/contract/owner.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import { processColumns } from "../../../electron/model/process-columns.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import type { HostSort } from "../../ui-state/preferences.ts";
import type { Attribution, SortValue } from "./host-entry.ts";

/** The column that the host's own tool does not have. */
export const OWNER_COLUMN = "owner";

/** What never changes while a process lives, or all but never: lists sorted by it need not rest. */
const STEADY: ReadonlySet<string> = new Set([
  "PID",
  "PPID",
  "USER",
  "COMMAND",
  "Id",
  "SI",
  "ProcessName",
  OWNER_COLUMN,
]);

export const isLive = (column: string): boolean => !STEADY.has(column);

export type Sorter = (row: HostProcess, owner: Attribution | null) => SortValue;

export const hostColumns = (platform: HostInfo["platform"]) => processColumns(platform, "host");

/** The sort to use: what was chosen, or by process number where this host has no such column. */
export function knownSort(sort: HostSort, platform: HostInfo["platform"]): HostSort {
  const columns = hostColumns(platform);
  if (sort.column === OWNER_COLUMN || columns.some(({ title }) => title === sort.column)) return sort;
  return { column: platform === "win32" ? "Id" : "PID", descending: false };
}

export function sorterOf(column: string, platform: HostInfo["platform"]): Sorter {
  if (column === OWNER_COLUMN) return (_row, owner) => owner && ownerValue(owner);
  const value = hostColumns(platform).find(({ title }) => title === column)?.value ?? (({ pid }) => pid);
  return (row) => {
    const known = value(row);
    return typeof known === "string" ? known.toLowerCase() : known;
  };
}

const RANK: Readonly<Record<OwnerRole, number>> = {
  main: 0,
  worker: 0,
  "vm-memory": 1,
  member: 1,
  shim: 2,
  "file-server": 2,
};

/** By container, its own command or worker first. */
const ownerValue = ({ name, container, role }: Attribution) =>
  `${name.toLowerCase()}\n${container}\n${RANK[role]}`;
