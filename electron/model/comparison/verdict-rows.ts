import type { Words } from "../words.ts";
import { factRows } from "./fact-rows.ts";
import { measureRows } from "./measure-rows.ts";
import type { LanePair, VerdictRow } from "./verdict-row.ts";

/** The table under the lanes: all that they show, and what both sides showed. What is not known stays so, with why. */
export const verdictRows = (lanes: LanePair, words: Words, windows: boolean): readonly VerdictRow[] => [
  ...measureRows(lanes, words),
  ...factRows(lanes, words, windows),
];
