/** Where a line came from; `dropped` stands for lines that are missing at this place. */
export type LineKind = "stdout" | "stderr" | "tty" | "dropped";

export interface LogLine {
  /** Counted from the first line that was received; stays when older lines go. */
  readonly n: number;
  readonly kind: LineKind;
  /** As received, without its end; for `dropped` how many lines are missing. */
  readonly text: string;
  /** ms since the Unix epoch; null where the engine keeps no times. */
  readonly at: number | null;
}

/** Characters of one line that are drawn. Longer lines are cut on screen and say so; saving keeps them whole. */
export const DRAWN_CHARACTERS = 10_000;
