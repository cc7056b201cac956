import { isPlain, visibleText } from "./ansi.ts";

/** Columns from one tab stop to the next. */
export const TAB = 8;

/** East Asian wide and full-width characters and emoji, about: what is drawn is measured where it counts. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const COMBINING = /\p{M}|\u200d|\ufe0f/u;

/** Columns a line takes in a fixed-width font. Exact for printable ASCII, else an estimate. */
export function lineWidth(line: string): number {
  if (isPlain(line)) return line.length;
  let width = 0;
  for (const character of visibleText(line)) {
    if (character === "\t") width += TAB - (width % TAB);
    else if (!COMBINING.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
