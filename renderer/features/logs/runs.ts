import { parseAnsi, type Segment } from "./ansi.ts";

/** A part of a line that is drawn in one way. */
export interface Run extends Segment {
  /** Whether the text that is looked for is here. */
  readonly match: boolean;
}

/** The runs of one line, cut where its style changes and where matches begin and end. */
export function runsOf(line: string, pattern: RegExp | null): readonly Run[] {
  const segments = parseAnsi(line);
  if (pattern === null) return segments.map((segment) => ({ ...segment, match: false }));
  const whole = segments.map((segment) => segment.text).join("");
  const ranges = [...whole.matchAll(pattern)].map(
    ({ index, 0: text }) => [index, index + text.length] as const,
  );
  if (ranges.length === 0) return segments.map((segment) => ({ ...segment, match: false }));
  const edges = ranges.flat();
  let from = 0;
  return segments.flatMap((segment) => {
    const end = from + segment.text.length;
    const cuts = [from, ...edges.filter((edge) => edge > from && edge < end), end];
    from = end;
    return cuts.slice(1).map((to, i): Run => {
      const start = cuts[i] ?? to;
      const match = ranges.some(([first, last]) => start >= first && start < last);
      return { ...segment, text: whole.slice(start, to), match };
    });
  });
}
