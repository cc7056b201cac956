import type { InsideProcess } from "../contract/process.ts";

/**
 * What an inside list was read with, in words. A second witness is named as soon as a start stamp is its alone: `docker
 * top` on Windows tells none, and a link rests on it.
 *
 * @param told the list as its own reader gave it, row by row the same as `completed`.
 * @param startsBy who gave the further start stamps; null where that needs no word.
 */
export function insideSource(
  source: string,
  told: readonly Pick<InsideProcess, "start">[],
  completed: readonly Pick<InsideProcess, "start">[],
  startsBy: string | null,
): string {
  const added = completed.some(({ start }, index) => start !== null && told[index]?.start === null);
  return added && startsBy !== null ? `${source}, starts by ${startsBy}` : source;
}
