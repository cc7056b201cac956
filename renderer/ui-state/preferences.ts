import { create } from "zustand";
import { persist } from "zustand/middleware";

export type ThemeChoice = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";
export type HostRowOrder = "related" | "all";
export type ColumnId = "image" | "isolation" | "footprint" | "cpu" | "memory" | "uptime" | "ports" | "owner";
export type SortColumn = "status" | "name" | ColumnId;

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** The host's process list: by a column of the platform's own tool, or by `owner`. */
export interface HostSort {
  readonly column: string;
  readonly descending: boolean;
}

export type HostLayout = "table" | "tree";

/** What the presenter runs, as typed. */
export interface PresenterChoice {
  readonly image: string;
  /** As in a shell, e.g. `ping localhost -t`; empty for the image's own command. */
  readonly command: string;
}

/** What a person has set up and expects to find again. No engine data. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly hiddenColumns: readonly ColumnId[];
  readonly mapFolded: boolean;
  readonly letterKeys: boolean;
  readonly sort: Sort;
  readonly hostRowOrder: HostRowOrder;
  /** Null for the host's own demo. */
  readonly presenter: PresenterChoice | null;
  readonly hostLayout: HostLayout;
  readonly hostSort: HostSort;
  readonly logWrap: boolean;
  readonly logTimes: boolean;
  /** Terminals tell their output to screen readers: costs speed, so only when asked for. */
  readonly terminalScreenReader: boolean;
}

export const DEFAULTS: Preferences = {
  theme: "system",
  density: "comfortable",
  hiddenColumns: [],
  mapFolded: false,
  letterKeys: true,
  sort: { column: "name", descending: false },
  hostRowOrder: "related",
  presenter: null,
  hostLayout: "table",
  hostSort: { column: "PID", descending: false },
  logWrap: false,
  logTimes: false,
  terminalScreenReader: false,
};

const VERSION = 1;

/** Brings what an older version stored up to date: what is missing takes its default, what is unknown is dropped. */
export function migrate(stored: unknown): Preferences {
  if (typeof stored !== "object" || stored === null) return DEFAULTS;
  const known = Object.entries(stored).filter(([key]) => Object.hasOwn(DEFAULTS, key));
  return { ...DEFAULTS, ...Object.fromEntries(known) };
}

export const usePreferences = create<Preferences>()(
  persist(() => DEFAULTS, { name: "isoscope-preferences", version: VERSION, migrate }),
);

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

export function toggleColumn(column: ColumnId): void {
  usePreferences.setState(({ hiddenColumns }) => ({
    hiddenColumns: hiddenColumns.includes(column)
      ? hiddenColumns.filter((other) => other !== column)
      : [...hiddenColumns, column],
  }));
}

/** A second click on the same column turns the order around. */
export function sortBy(column: SortColumn): void {
  usePreferences.setState(({ sort }) => ({
    sort: { column, descending: sort.column === column && !sort.descending },
  }));
}

/** A second click on the same column turns the order around. */
export function sortHostBy(column: string): void {
  usePreferences.setState(({ hostSort }) => ({
    hostSort: { column, descending: hostSort.column === column && !hostSort.descending },
  }));
}
