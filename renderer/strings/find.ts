import { formatCount } from "../../electron/model/format.ts";

/** Words of the field that finds text in a log or a terminal. */
export const findWords = {
  placeholder: "Find",
  next: "Next match",
  previous: "Previous match",
  noMatch: "No match",
  /** @param at place of the match that find stands on, from 0. */
  matches: (at: number | null, count: number, more: boolean) =>
    `${at === null ? "" : `${formatCount(at + 1)} of `}${formatCount(count)}${more ? " …" : ""}`,
  matchesLabel: (at: number | null, count: number) =>
    at === null
      ? `${formatCount(count)} ${count === 1 ? "match" : "matches"}`
      : `Match ${formatCount(at + 1)} of ${formatCount(count)}`,
} as const;
