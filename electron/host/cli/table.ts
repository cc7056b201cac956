import { cutMiddle } from "../../model/format.ts";
import { visible } from "./visible.ts";

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** May lose its middle where the line is too long. Never for PIDs, builds and results: half a number is a wrong one. */
  readonly cuts?: true;
}

const GAP = "  ";
/** Below this a cut text tells nothing any more. */
const LEAST = 8;

/**
 * Aligned lines, the titles first.
 * @param width of the terminal, in characters; null where there is none: then nothing is cut.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[] {
  const texts = rows.map((row) => columns.map((_, at) => visible(row[at] ?? "")));
  const widths = fitted(columns, naturalWidths(columns, texts), width);
  return [columns.map(({ title }) => title), ...texts].map((row) => line(columns, row, widths));
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => lengthOf(row[at] ?? ""))),
  );
}

/** Takes from the widest of those that may be cut, one character at a time, until the line fits or nothing is left. */
function fitted(
  columns: readonly Column[],
  natural: readonly number[],
  width: number | null,
): readonly number[] {
  if (width === null) return natural;
  const widths = [...natural];
  const least = columns.map(({ title }) => Math.max(LEAST, title.length));
  let over = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (columns.length - 1) - width;
  for (; over > 0; over -= 1) {
    const widest = columns.reduce<number | null>((best, { cuts }, at) => {
      if (!cuts || (widths[at] ?? 0) <= (least[at] ?? 0)) return best;
      return best === null || (widths[at] ?? 0) > (widths[best] ?? 0) ? at : best;
    }, null);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function line(columns: readonly Column[], row: readonly string[], widths: readonly number[]): string {
  return columns
    .map(({ align }, at) => {
      const width = widths[at] ?? 0;
      const text = cutMiddle(row[at] ?? "", width);
      const blank = " ".repeat(Math.max(0, width - lengthOf(text)));
      return align === "right" ? blank + text : text + blank;
    })
    .join(GAP)
    .trimEnd();
}

const lengthOf = (text: string): number => [...text].length;
