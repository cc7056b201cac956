import type { PaletteGroup } from "../../strings/palette.ts";
import type { PaletteEntry } from "./entry.ts";

/** How many lines a group shows: what is not among them is found by typing more. */
const MOST: Readonly<Record<PaletteGroup, number>> = { processes: 5, containers: 5, actions: 8 };

export const GROUPS: readonly PaletteGroup[] = ["processes", "containers", "actions"];

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

/** How well an entry answers; 0 when a word is nowhere in it. A whole word beats a beginning, that beats a part. */
export function score(entry: PaletteEntry, words: readonly string[]): number {
  const own = wordsOf(`${entry.label} ${entry.code ?? ""} ${entry.chip?.text ?? ""}`);
  const rest = `${own.join(" ")} ${entry.also ?? ""} ${entry.detail ?? ""}`.toLowerCase();
  let sum = 1;
  for (const word of words) {
    if (own.includes(word)) sum += 100;
    else if (own.some((part) => part.startsWith(word))) sum += 10;
    else if (rest.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** What matches, best first in each group, groups in their order. Equal entries keep the order they came in. */
export function rank(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const words = wordsOf(text);
  return GROUPS.flatMap((group) =>
    entries
      .filter((entry) => entry.group === group)
      .map((entry) => ({ entry, points: score(entry, words) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, MOST[group])
      .map(({ entry }) => entry),
  );
}
