import type { HostProcess } from "../../../electron/contract/process.ts";
import type { HostSort } from "../../ui-state/preferences.ts";
import { isLive, type Sorter } from "./host-columns.ts";
import type { Attribution, HostEntry, SortValue } from "./host-entry.ts";

/** A list sorted by a live column is put in order again this seldom. */
export const SETTLE_MS = 5_000;

type Rows = ReadonlyMap<string, HostProcess>;
type Owners = ReadonlyMap<string, Attribution>;

/** All host rows in order, and what they were ordered by. */
export interface HostOrder {
  readonly sort: HostSort;
  /** When it was last sorted as a whole, ms since the Unix epoch. */
  readonly at: number;
  readonly rows: Rows;
  readonly owners: Owners;
  readonly entries: readonly HostEntry[];
}

export interface OrderSources {
  readonly rows: Rows;
  readonly owners: Owners;
  readonly sort: HostSort;
  readonly sorter: Sorter;
  readonly now: number;
  /** The order must rest: somebody is on a row. */
  readonly held: boolean;
}

/**
 * The next order out of the one before. Only rows whose sort value changed move, and new ones go to their place, so the
 * cost is one walk over the rows. While a live column rests, rows stay where they are whatever their values become.
 */
export function nextOrder(before: HostOrder | null, of: OrderSources): HostOrder {
  const { sort, rows, now, held } = of;
  if (before?.sort.column !== sort.column || before.sort.descending !== sort.descending) return whole(of);
  const live = isLive(sort.column);
  if (live && !held && now - before.at >= SETTLE_MS) return whole(of);
  if (before.rows === rows && before.owners === of.owners) return before;
  const { kept, moved } = carryOver(before, of, live);
  const order = comparator(sort.descending);
  return { ...before, rows, owners: of.owners, entries: merge(kept, moved.sort(order), order) };
}

function whole(of: OrderSources): HostOrder {
  const { rows, owners, sort, now } = of;
  const entries = Array.from(rows, ([key, row]) => entryOf(of, key, row));
  return { sort, at: now, rows, owners, entries: entries.sort(comparator(sort.descending)) };
}

function entryOf({ owners, sorter }: OrderSources, key: string, row: HostProcess): HostEntry {
  const owner = owners.get(key) ?? null;
  return { key, row, owner, value: sorter(row, owner) };
}

/** What stays in its place, in order, and what has to find one. */
function carryOver(before: HostOrder, of: OrderSources, frozen: boolean) {
  const kept: HostEntry[] = [];
  const moved: HostEntry[] = [];
  for (const old of before.entries) {
    const row = of.rows.get(old.key);
    if (row === undefined) continue;
    const owner = of.owners.get(old.key) ?? null;
    if (row === old.row && owner === old.owner) kept.push(old);
    else {
      const value = frozen ? old.value : of.sorter(row, owner);
      (value === old.value ? kept : moved).push({ key: old.key, row, owner, value });
    }
  }
  for (const [key, row] of of.rows) if (!before.rows.has(key)) moved.push(entryOf(of, key, row));
  return { kept, moved };
}

function merge(
  kept: readonly HostEntry[],
  moved: readonly HostEntry[],
  order: (a: HostEntry, b: HostEntry) => number,
): readonly HostEntry[] {
  if (moved.length === 0) return kept;
  const all: HostEntry[] = [];
  let next = 0;
  for (const entry of kept) {
    for (let one = moved[next]; one && order(one, entry) < 0; one = moved[next]) {
      all.push(one);
      next++;
    }
    all.push(entry);
  }
  return all.concat(moved.slice(next));
}

function comparator(descending: boolean): (a: HostEntry, b: HostEntry) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => byValue(a.value, b.value, sign) || a.row.pid - b.row.pid || (a.key < b.key ? -1 : 1);
}

function byValue(a: SortValue, b: SortValue, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
