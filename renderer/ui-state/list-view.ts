import { create } from "zustand";
import type { Isolation } from "../../electron/contract/engine.ts";

/** How the list looks at the moment; forgotten with the page. */
export interface ListView {
  readonly isolation: Isolation | "all";
  readonly text: string;
  /** Keys, not positions: a selection survives sorting, filtering and refresh. */
  readonly selected: ReadonlySet<string>;
  readonly focused: string | null;
  /** The row that something outside the table asks for; each new object asks anew. */
  readonly request: RowRequest | null;
}

export interface RowRequest {
  readonly key: string;
  /** Whether the focus goes there too, or the row is only brought into view. */
  readonly focus: boolean;
}

export const useListView = create<ListView>()(() => ({
  isolation: "all",
  text: "",
  selected: new Set<string>(),
  focused: null,
  request: null,
}));

export const setListView = (change: Partial<ListView>): void => useListView.setState(change);

export function toggleSelected(key: string): void {
  useListView.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    return { selected: next };
  });
}

/** Selects the row as the one thing to look at, e.g. after a launch or a click in the kernel map. */
export const reveal = (key: string): void =>
  useListView.setState({ focused: key, selected: new Set([key]), request: { key, focus: false } });

/** Gives the focus to a row, e.g. when its details are closed. */
export const focusRow = (key: string): void =>
  useListView.setState({ focused: key, request: { key, focus: true } });
