import type { KeyboardEvent } from "react";
import { openDetails, openScope } from "../../app/router.ts";
import { setListView, toggleSelected, useListView } from "../../ui-state/list-view.ts";
import { openRemove } from "../../ui-state/surfaces.ts";
import type { ContainerRow } from "./container-row.ts";

/** What the keys of a row do; keys that move the focus are the grid's. */
export function onTableKey(
  event: KeyboardEvent<HTMLElement>,
  row: ContainerRow,
  rows: readonly ContainerRow[],
): void {
  const onRow = event.target === event.currentTarget;
  if (event.key === "Enter" && onRow) {
    if (event.altKey) openScope(row.key);
    else openDetails(row.key);
    event.preventDefault();
  } else if (event.key === " " && onRow) {
    toggleSelected(row.key);
    event.preventDefault();
  } else if (event.key === "Delete") {
    const { selected } = useListView.getState();
    openRemove(selected.has(row.key) ? [...selected] : [row.key]);
    event.preventDefault();
  } else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) {
    setListView({ selected: new Set(rows.map(({ key }) => key)) });
    event.preventDefault();
  } else if (event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    extend(row, rows, event.key === "ArrowDown" ? 1 : -1);
  }
}

/** Takes the row and the one the focus goes to into the selection. The grid then moves the focus. */
function extend(row: ContainerRow, rows: readonly ContainerRow[], step: 1 | -1): void {
  const next = rows[rows.findIndex(({ key }) => key === row.key) + step];
  const { selected } = useListView.getState();
  setListView({ selected: new Set([...selected, row.key, ...(next ? [next.key] : [])]) });
}
