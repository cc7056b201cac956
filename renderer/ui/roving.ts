/** What the keys of a list move by: which positions take focus, and how many make a page. */
export interface RovingList {
  readonly count: number;
  readonly focusable: (index: number) => boolean;
  readonly page: number;
}

/** The nearest position that takes focus, looking first in `step`'s direction; -1 when there is none. */
export function nearest(list: RovingList, from: number, step: 1 | -1): number {
  for (let i = from; i >= 0 && i < list.count; i += step) if (list.focusable(i)) return i;
  for (let i = from; i >= 0 && i < list.count; i -= step) if (list.focusable(i)) return i;
  return -1;
}

/** Where a key moves the focus, or null when the key does not move it. */
export function moveFocus(list: RovingList, current: number, key: string): number | null {
  const last = list.count - 1;
  const clamp = (index: number) => Math.max(0, Math.min(last, index));
  switch (key) {
    case "ArrowDown":
      return nearest(list, clamp(current + 1), 1);
    case "ArrowUp":
      return nearest(list, clamp(current - 1), -1);
    case "PageDown":
      return nearest(list, clamp(current + list.page), 1);
    case "PageUp":
      return nearest(list, clamp(current - list.page), -1);
    case "Home":
      return nearest(list, 0, 1);
    case "End":
      return nearest(list, last, -1);
    default:
      return null;
  }
}
