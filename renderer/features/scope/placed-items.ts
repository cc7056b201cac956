import { prefixSums } from "../../ui/row-layout.ts";
import type { RowPlace } from "./gutter-layout.ts";
import { type HostPaneItem, heightOf, type InsidePaneItem } from "./pane-items.ts";

/** Items with their places in the body, found by key. */
export interface PlacedItems<T> {
  readonly items: readonly T[];
  readonly at: (key: string) => RowPlace | undefined;
}

export function placeItems<T extends InsidePaneItem | HostPaneItem>(items: readonly T[]): PlacedItems<T> {
  const offsets = prefixSums(items.map(heightOf));
  const places = new Map(
    items.map((item, i) => [item.key, { key: item.key, offset: offsets[i] ?? 0, size: heightOf(item) }]),
  );
  return { items, at: (key) => places.get(key) };
}
