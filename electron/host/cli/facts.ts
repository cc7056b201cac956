import { visible } from "./visible.ts";

/** One thing known, under its name; several lines stand below each other. */
export type Fact = readonly [name: string, ...lines: string[]];

/** Names on the left, what is known beside them. A fact without a line is left out. */
export function factLines(facts: readonly Fact[]): string[] {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  return facts.flatMap(([name, ...lines]) =>
    lines.map((text, at) => `${(at === 0 ? name : "").padEnd(width)}  ${visible(text)}`.trimEnd()),
  );
}
