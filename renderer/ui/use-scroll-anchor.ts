import { useLayoutEffect, useRef } from "react";
import type { RowLayout } from "./row-layout.ts";
import type { RowWindow } from "./use-row-window.ts";

interface Anchor {
  readonly key: string;
  readonly offset: number;
}

/** How far to scroll so that the anchored row stays where it was; 0 when it is gone or the list is at its top. */
export function anchorShift(
  anchor: Anchor,
  keys: readonly string[],
  offsetOf: (index: number) => number,
): number {
  const index = keys.indexOf(anchor.key);
  return index < 0 ? 0 : offsetOf(index) - anchor.offset;
}

/**
 * Rows that come and go above the first visible one must not move it. A list at its very top stays there instead, so
 * that new first rows are seen; and one that is put in another order, told by a new `order`, stays where it is.
 */
export function useScrollAnchor(
  { viewport, first }: Pick<RowWindow, "viewport" | "first">,
  keys: readonly string[],
  layout: RowLayout,
  order: unknown,
): void {
  const anchor = useRef<(Anchor & { readonly order: unknown }) | null>(null);
  useLayoutEffect(() => {
    const held = anchor.current;
    if (!held || held.order !== order || viewport.scrollTop <= 0) return;
    const shift = anchorShift(held, keys, layout.top);
    if (shift !== 0) viewport.scrollTo(viewport.scrollTop + shift);
  }, [viewport, keys, layout, order]);
  useLayoutEffect(() => {
    const key = keys[first];
    anchor.current = key === undefined ? null : { key, offset: layout.top(first), order };
  });
}
