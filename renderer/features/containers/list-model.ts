import type { Isolation } from "../../../electron/contract/engine.ts";
import type { Sort, SortColumn } from "../../ui-state/preferences.ts";
import type { ContainerRow } from "./container-row.ts";
import { footprintText } from "./footprint.ts";
import { portsText } from "./ports.ts";

export interface Counts {
  readonly all: number;
  readonly process: number;
  readonly hyperv: number;
}

/** How many of the rows are of each isolation; those of unknown isolation count under "all" only. */
export function countIsolations(rows: readonly ContainerRow[]): Counts {
  const of = (isolation: Isolation) => rows.filter((row) => row.container.isolation === isolation).length;
  return { all: rows.length, process: of("process"), hyperv: of("hyperv") };
}

export interface RowFilter {
  readonly isolation: Isolation | "all";
  readonly text: string;
}

/** Every word of the text must be somewhere in what names the row: name, image and its id, command, id, owner, host PIDs. */
export function matches(row: ContainerRow, filter: RowFilter): boolean {
  const { container } = row;
  if (filter.isolation !== "all" && container.isolation !== filter.isolation) return false;
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return true;
  const text = [
    container.name,
    container.image.ref,
    container.image.id ?? "",
    container.command,
    container.id,
    container.owner,
    footprintText(container.footprint),
  ]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

type SortKey = string | number;

/** Columns whose values change with every sample. */
export const LIVE_COLUMNS: ReadonlySet<SortColumn> = new Set(["cpu", "memory"]);

function sortKey({ container, usage }: ContainerRow, column: SortColumn): SortKey {
  switch (column) {
    case "status":
      return container.state;
    case "name":
      return container.name.toLowerCase();
    case "image":
      return container.image.ref;
    case "isolation":
      return container.isolation ?? "";
    case "footprint":
      return footprintText(container.footprint);
    case "cpu":
      return usage?.latest.cpuPercent ?? -1;
    case "memory":
      return usage?.latest.memoryBytes ?? -1;
    case "uptime":
      return -(container.startedAt ?? 0);
    case "ports":
      return portsText(container.ports);
    case "owner":
      return container.owner;
  }
}

function compare(a: SortKey, b: SortKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

/** A stable order: the container's key decides last, so equal rows never change places. */
export function sortRows(rows: readonly ContainerRow[], sort: Sort): ContainerRow[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(row, sort.column) }));
  keyed.sort((a, b) => {
    const order = compare(a.key, b.key) * (sort.descending ? -1 : 1);
    return order !== 0 ? order : a.row.key < b.row.key ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
}
