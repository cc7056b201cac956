import fc from "fast-check";
import { expect, it } from "vitest";
import { LogSearch } from "./log-search.ts";
import { LogStore } from "./log-store.ts";

const always = () => true;
const never = () => false;

function storeOf(lines: readonly string[], limit = 1_000_000): LogStore {
  const store = new LogStore({ lines: limit, text: 1e9 });
  store.append([{ kind: "text", source: "stdout", text: lines.map((line) => `${line}\n`).join(""), at: [] }]);
  return store;
}

function allOf(search: LogSearch): number[] {
  const found: number[] = [];
  for (let n = search.next(-1); n !== undefined && !found.includes(n); n = search.next(n)) found.push(n);
  return found;
}

it("finds the lines that contain the text, in any case, in steps of any size", () => {
  const line = fc.stringMatching(/^[abAB.]{0,5}$/);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 2300 }), fc.stringMatching(/^[ab.]{1,2}$/), (lines, query) => {
      const search = new LogSearch(storeOf(lines), query);
      while (!search.done) search.scan(always);
      const expected = lines.flatMap((text, n) => (text.toLowerCase().includes(query) ? [n] : []));
      expect(search.count).toBe(expected.length);
      expect(expected.map((n) => search.indexOf(n))).toEqual(expected.map((_, i) => i));
      const some = expected.slice(0, 20);
      expect(allOf(search).slice(0, 20)).toEqual(some);
    }),
    { numRuns: 40 },
  );
});

it("goes round at both ends", () => {
  const search = new LogSearch(storeOf(["x", "-", "x"]), "x");
  search.scan(never);
  expect([search.next(0), search.next(2), search.previous(2), search.previous(0)]).toEqual([2, 0, 0, 2]);
});

it("finds text through colours, and lines that come later", () => {
  const esc = String.fromCharCode(0x1b);
  const store = storeOf([`er${esc}[31mror${esc}[0m`]);
  const search = new LogSearch(store, "error");
  search.scan(never);
  store.append([{ kind: "text", source: "stderr", text: "an ERROR\nerr", at: [] }]);
  search.scan(never);
  expect(search.count).toBe(2);
  store.append([{ kind: "text", source: "stderr", text: "or\n", at: [] }]);
  search.scan(never);
  expect(allOf(search)).toEqual([0, 1, 2]);
});

it("forgets matches in lines that are gone", () => {
  const store = storeOf(
    Array.from({ length: 1000 }, () => "x"),
    1500,
  );
  const search = new LogSearch(store, "x");
  search.scan(never);
  store.append([{ kind: "text", source: "stdout", text: "x\n".repeat(1000), at: [] }]);
  search.scan(never);
  expect(search.count).toBe(1000);
  expect(search.next(-1)).toBe(1000);
});
