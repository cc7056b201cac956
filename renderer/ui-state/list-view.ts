import { create } from "zustand";
import type { Isolation } from "../../electron/contract/engine.ts";

/** How the list looks at the moment; forgotten with the page. */
export interface ListView {
  readonly isolation: Isolation | "all";
  readonly text: string;
  /** Keys, not positions: a selection survives sorting, filtering and refresh. */
  readonly selected: ReadonlySet<string>;
  readonly focused: string | null;
}

export const useListView = create<ListView>()(() => ({
  isolation: "all",
  text: "",
  selected: new Set<string>(),
  focused: null,
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
export const reveal = (key: string): void => useListView.setState({ focused: key, selected: new Set([key]) });
