import { useRef } from "react";
import type { Sort } from "../../ui-state/preferences.ts";
import type { ContainerRow } from "./container-row.ts";
import { LIVE_COLUMNS, sortRows } from "./list-model.ts";

/** A list sorted by a live column is put in order again this seldom. */
export const SETTLE_MS = 5_000;

export interface Order {
  readonly sort: Sort;
  readonly keys: readonly string[];
  /** ms since the Unix epoch. */
  readonly at: number;
}

/** The order to use now: the one before, unless it may and should be renewed. */
export function nextOrder(
  before: Order | null,
  sorted: readonly ContainerRow[],
  sort: Sort,
  now: number,
  held: boolean,
): Order {
  const sameSort = before?.sort.column === sort.column && before.sort.descending === sort.descending;
  const rested = before !== null && (held || now - before.at < SETTLE_MS);
  if (before && sameSort && rested && LIVE_COLUMNS.has(sort.column)) return before;
  return { sort, keys: sorted.map((row) => row.key), at: now };
}

/** The rows in a given order; rows the order does not know come after it, sorted among themselves. */
export function inOrder(sorted: readonly ContainerRow[], order: Order): ContainerRow[] {
  const place = new Map(order.keys.map((key, index) => [key, index]));
  const last = order.keys.length;
  return [...sorted].sort((a, b) => (place.get(a.key) ?? last) - (place.get(b.key) ?? last));
}

/** Rows in an order that does not jump about under the reader. */
export function useSettledOrder(
  rows: readonly ContainerRow[],
  sort: Sort,
  held: boolean,
): readonly ContainerRow[] {
  const order = useRef<Order | null>(null);
  const sorted = sortRows(rows, sort);
  order.current = nextOrder(order.current, sorted, sort, Date.now(), held);
  return inOrder(sorted, order.current);
}
