import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { RowLayout } from "./row-layout.ts";
import { Viewport } from "./viewport.ts";

export interface RowWindow {
  readonly viewport: Viewport;
  /** The first and the last row that is at least partly in sight. */
  readonly first: number;
  readonly last: number;
}

/** More rows than any list has. */
const BASE = 2 ** 26;

/** Which rows of a scrolled list are in sight. Renders again only when those are others. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, layout: RowLayout): RowWindow {
  const [viewport] = useState(() => new Viewport());
  useLayoutEffect(() => {
    const element = scroller.current;
    return element ? viewport.attach(element) : undefined;
  }, [viewport, scroller]);
  const packed = useSyncExternalStore(viewport.subscribe, () => {
    const { scrollTop, height } = viewport;
    return layout.at(scrollTop) * BASE + layout.at(scrollTop + Math.max(0, height - 1));
  });
  return { viewport, first: Math.floor(packed / BASE), last: packed % BASE };
}

/** The rows to mount: those in sight, `overscan` more on either side, and one that must always be there. */
export function mountedRows(
  { first, last }: Pick<RowWindow, "first" | "last">,
  count: number,
  overscan: number,
  always: number,
): number[] {
  const from = Math.max(0, first - overscan);
  const to = Math.min(count - 1, last + overscan);
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  if (always < 0 || always >= count || (always >= from && always <= to)) return rows;
  return always < from ? [always, ...rows] : [...rows, always];
}
