/** Lines that an edit takes away and puts in their place. */
export interface ChangedLines {
  /** Of the first of them, from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What differs between two texts, as one block of whole lines; null where nothing does. */
export function changedLines(before: string, after: string): ChangedLines | null {
  if (before === after) return null;
  const old = linesOf(before);
  const fresh = linesOf(after);
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return {
    line: head + 1,
    removed: old.slice(head, old.length - tail),
    added: fresh.slice(head, fresh.length - tail),
  };
}

/** An end of line at the very end begins no further line. */
const linesOf = (text: string): string[] => (text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/));
