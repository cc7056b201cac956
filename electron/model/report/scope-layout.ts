import type { ScopePicture } from "../../contract/report.ts";

/** Where the pane inside ends, where the host's begins, and the picture's width; px. */
export const COLUMNS = { gutter: 360, host: 500, end: 960 } as const;

export const ROW = 24;
const HEAD = 42;
/** The box that stands for what the host cannot see, with the room above it. */
const OPAQUE = 74;

/** The base line of a row's text. */
export const rowY = (index: number): number => HEAD + 16 + index * ROW;

/** Both panes are as high as the one with more to show. */
export function paneHeight({ inside, host, hidden }: ScopePicture): number {
  const rows = (side: ScopePicture["inside"]) =>
    Math.max(1, side.rows.length + (side.more > 0 ? 1 : 0)) * ROW;
  const hostHeight = rows(host) + (hidden === null ? 0 : OPAQUE);
  return HEAD + Math.max(rows(inside), hostHeight) + 8;
}
