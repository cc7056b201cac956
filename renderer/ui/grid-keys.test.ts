import { expect, test } from "vitest";
import { moveFocus, type RovingList } from "./roving.ts";
import { TypeAhead } from "./type-ahead.ts";
import { anchorShift } from "./use-scroll-anchor.ts";

/** Positions 0 and 4 are headings. */
const list: RovingList = { count: 10, focusable: (index) => index !== 0 && index !== 4, page: 5 };

test.each([
  ["ArrowDown", 3, 5],
  ["ArrowUp", 5, 3],
  ["ArrowUp", 1, 1],
  ["ArrowDown", 9, 9],
  ["Home", 7, 1],
  ["End", 1, 9],
  ["PageDown", 1, 6],
  ["PageUp", 9, 3],
  ["x", 3, null],
])("%s from %i goes to %s", (key, from, to) => {
  expect(moveFocus(list, from, key)).toBe(to);
});

test("type-ahead goes on behind the row, gathers letters into a word and starts anew after a pause", () => {
  const names = ["api", "web-1", "web-2", "zoo"];
  const all: RovingList = { count: 4, focusable: () => true, page: 4 };
  const typed = new TypeAhead("z");
  const find = (letter: string, at: number, current: number) =>
    typed.find(letter, at, current, all, (index) => names[index] ?? "");
  expect(find("w", 0, 1)).toBe(2);
  expect(find("e", 100, 2)).toBe(2);
  expect(find("w", 2_000, 2)).toBe(1);
  expect(find("z", 4_000, 1)).toBe(-1);
});

test("the first visible row stays where it was when rows come above it, and a lost one moves nothing", () => {
  const offsetOf = (index: number) => index * 34;
  expect(anchorShift({ key: "b", offset: 34 }, ["new", "a", "b"], offsetOf)).toBe(34);
  expect(anchorShift({ key: "gone", offset: 34 }, ["a"], offsetOf)).toBe(0);
});
