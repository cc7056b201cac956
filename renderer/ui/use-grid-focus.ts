import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { moveFocus, type RovingList } from "./roving.ts";
import { moveInRow } from "./row-controls.ts";
import { TypeAhead } from "./type-ahead.ts";

/** Something outside the grid asks for a row. */
export interface RowRequest {
  readonly key: string;
  /** False brings the row into view and leaves the focus where it is. */
  readonly focus?: boolean;
}

export interface GridFocusOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  readonly focusedIndex: number;
  readonly focusable: (index: number) => boolean;
  readonly textOf: (index: number) => string;
  readonly reservedLetters: string;
  /** Another grid asks for the focus to go to this row; a new object asks anew. */
  readonly request: RowRequest | null;
  readonly onFocusKey: (key: string) => void;
  readonly scrollTo: (index: number) => void;
  readonly pageSize: number;
}

export interface GridFocus {
  onKey(event: KeyboardEvent<HTMLElement>): void;
}

/** Moves the one focused row of a grid by keys, and brings it into view and into focus. */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const wanted = useRef<string | null>(null);
  const [typed] = useState(() => new TypeAhead(options.reservedLetters));
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = rowOf(options.scroller.current, wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const goTo = (index: number) => {
    const key = options.keys[index];
    if (key === undefined) return;
    wanted.current = key;
    options.scrollTo(index);
    options.onFocusKey(key);
    rowOf(options.scroller.current, key)?.focus({ preventScroll: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the focus
  useEffect(() => {
    const { request } = options;
    if (!request) return;
    const index = options.keys.indexOf(request.key);
    if (request.focus === false) options.scrollTo(index);
    else goTo(index);
  }, [options.request]);
  return {
    onKey: (event) => {
      const list: RovingList = {
        count: options.keys.length,
        focusable: options.focusable,
        page: options.pageSize,
      };
      const next = moveFocus(list, options.focusedIndex, event.key);
      if (next !== null && next >= 0) goTo(next);
      else if (moveInRow(event.currentTarget, document.activeElement, event.key)) event.stopPropagation();
      else if (isLetter(event)) {
        const found = typed.find(event.key, event.timeStamp, options.focusedIndex, list, options.textOf);
        if (found < 0) return;
        goTo(found);
      } else return;
      event.preventDefault();
    },
  };
}

function isLetter(event: KeyboardEvent<HTMLElement>): boolean {
  const onRow = event.target === event.currentTarget;
  return (
    onRow && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey
  );
}

function rowOf(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}
