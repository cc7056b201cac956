import type { KeyboardEvent } from "react";
import { copyText } from "../../ui/copy-text.ts";
import type { HostItem } from "./host-entry.ts";

export interface HostKeyActions {
  /** Opens the container it belongs to in Scope; does nothing for a process that belongs to none. */
  readonly open: (item: HostItem) => void;
  readonly toggle: (key: string) => void;
  readonly focus: (key: string) => void;
}

/** What the keys of a row do; those that move the focus up and down are the grid's. */
export function onHostKey(
  event: KeyboardEvent<HTMLElement>,
  item: HostItem,
  items: readonly HostItem[],
  actions: HostKeyActions,
): void {
  if (event.target !== event.currentTarget) return;
  const copies = event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey);
  if (event.key === "Enter") actions.open(item);
  else if (copies && !window.getSelection()?.toString()) void copyText(String(item.row.pid));
  else if (!moveInTree(event.key, item, items, actions)) return;
  event.preventDefault();
}

/** Right unfolds, then goes to the first child; Left folds, then goes to the parent. */
function moveInTree(
  key: string,
  { key: own, branch }: HostItem,
  items: readonly HostItem[],
  actions: HostKeyActions,
): boolean {
  if (!branch || (key !== "ArrowRight" && key !== "ArrowLeft")) return false;
  const right = key === "ArrowRight";
  if (branch.expanded === !right) {
    actions.toggle(own);
    return true;
  }
  const next = right
    ? branch.expanded
      ? items[items.findIndex((one) => one.key === own) + 1]?.key
      : null
    : branch.parent;
  if (next) actions.focus(next);
  return Boolean(next);
}
