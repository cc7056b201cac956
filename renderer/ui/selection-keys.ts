import type { KeyboardEvent } from "react";

export interface Selectable {
  /** Of all rows that match, in the order in which they are shown. */
  readonly keys: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly select: (selected: ReadonlySet<string>) => void;
}

/** The keys by which rows of a grid are selected: Space, Ctrl+A, Shift with an arrow. The grid moves the focus. */
export function onSelectionKey(event: KeyboardEvent<HTMLElement>, key: string, list: Selectable): void {
  const { keys, selected, select } = list;
  if (event.key === " " && event.target === event.currentTarget) {
    select(toggled(selected, key));
    event.preventDefault();
  } else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) {
    select(new Set(keys));
    event.preventDefault();
  } else if (event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const next = keys[keys.indexOf(key) + (event.key === "ArrowDown" ? 1 : -1)];
    select(new Set([...selected, key, ...(next === undefined ? [] : [next])]));
  }
}

/** The set with the key put in, or taken out when it was in. */
export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
