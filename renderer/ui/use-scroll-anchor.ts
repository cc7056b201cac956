import { type RefObject, useLayoutEffect, useRef } from "react";

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
 * that new first rows are seen.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  keys: readonly string[],
  firstVisible: number,
  offsetOf: (index: number) => number,
): void {
  const anchor = useRef<Anchor | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const held = anchor.current;
    if (element && held && element.scrollTop > 0) {
      const shift = anchorShift(held, keys, offsetOf);
      if (shift !== 0) element.scrollTop += shift;
    }
  }, [scroller, keys, offsetOf]);
  useLayoutEffect(() => {
    const key = keys[firstVisible];
    anchor.current = key === undefined ? null : { key, offset: offsetOf(firstVisible) };
  });
}
