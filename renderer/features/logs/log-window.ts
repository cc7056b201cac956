import type { RowModel } from "./row-model.ts";

/** Height of one row of text, px. */
export const ROW = 18;
/** Rows drawn beyond either edge. */
const OVERSCAN = 12;
/** Browsers make no element much higher than this, px. Beyond it a step of the scroll bar is more than its own height. */
const HIGHEST = 30_000_000;

/** Which lines are drawn, and where. */
export interface LogWindow {
  /** Height of all, px. */
  readonly spacer: number;
  /** Numbers of the first line drawn and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where the first of them begins, px from the top of all. */
  readonly top: number;
  /** The row at the upper edge. */
  readonly row: number;
}

interface Lines {
  readonly first: number;
  readonly end: number;
}

/** @param scrollTop and `height` of the scroller, px. */
export function windowOf(
  model: RowModel,
  { first, end }: Lines,
  scrollTop: number,
  height: number,
): LogWindow {
  const full = model.total * ROW;
  const spacer = Math.min(full, HIGHEST);
  const offset = scrollTop * scaleOf(full, height);
  const row = Math.floor(offset / ROW);
  if (end === first) return { spacer, from: first, to: first, top: 0, row: 0 };
  const from = Math.max(first, model.lineAt(Math.max(0, Math.min(row, model.total - 1) - OVERSCAN)));
  const wanted = Math.ceil(height / ROW) + 2 * OVERSCAN + 1;
  let to = from;
  for (let rows = 0; to < end && rows < wanted; to++) rows += model.rowsOf(to);
  return { spacer, from, to, top: model.rowOf(from) * ROW - offset + scrollTop, row };
}

/** Where to scroll so that a row lies at the upper edge, px. */
export function scrollTopOf(model: RowModel, row: number, height: number): number {
  return (row * ROW) / scaleOf(model.total * ROW, height);
}

function scaleOf(full: number, height: number): number {
  return full <= HIGHEST ? 1 : (full - height) / (HIGHEST - height);
}
