import type { LaneSummary } from "../compare-summary.ts";
import { UNKNOWN } from "../format.ts";

/** One cell: a value as a terminal prints it, or words; then what it is of. */
export interface VerdictCell {
  readonly value: string;
  readonly words: string;
  readonly note: string;
}

export interface VerdictRow {
  readonly id: string;
  readonly measure: string;
  readonly process: VerdictCell;
  readonly hyperv: VerdictCell;
  readonly difference: string;
  /** The difference is a number with its unit. */
  readonly measured: boolean;
  /** A difference in kind and not in degree. */
  readonly decisive: boolean;
}

export interface LanePair {
  readonly process: LaneSummary;
  readonly hyperv: LaneSummary;
}

export const cell = (value: string, note = ""): VerdictCell => ({ value, words: "", note });
export const said = (words: string): VerdictCell => ({ value: "", words, note: "" });
export const unknown = (why: string): VerdictCell => cell(UNKNOWN, why);

export function row(
  id: string,
  measure: string,
  process: VerdictCell,
  hyperv: VerdictCell,
  difference = "",
): VerdictRow {
  const measured = /^[+\u2212]/.test(difference);
  return { id, measure, process, hyperv, difference, measured, decisive: false };
}

/** What both lanes say by the same rule. */
export function bothRow(
  id: string,
  measure: string,
  { process, hyperv }: LanePair,
  of: (lane: LaneSummary) => VerdictCell,
): VerdictRow {
  return row(id, measure, of(process), of(hyperv));
}
