import fc from "fast-check";
import { expect, test } from "vitest";
import { insideSource } from "./inside-source.ts";

const start = fc.option(fc.constantFrom("1", "2"), { nil: null });
const rows = fc.array(fc.record({ told: start, read: start }));

test("names the second witness where a start is its alone, and nowhere else", () => {
  fc.assert(
    fc.property(rows, fc.option(fc.constant("HCS"), { nil: null }), (all, startsBy) => {
      const told = all.map((row) => ({ start: row.told }));
      const completed = all.map((row) => ({ start: row.told ?? row.read }));
      const gained = completed.filter((row) => row.start !== null).length;
      const had = told.filter((row) => row.start !== null).length;
      expect(insideSource("docker top", told, completed, startsBy)).toBe(
        gained > had && startsBy !== null ? "docker top, starts by HCS" : "docker top",
      );
    }),
  );
});

test("a list whose reader tells the starts is that reader's alone", () => {
  const rows = [{ start: "5" }];
  expect(insideSource("HCS ProcessList", rows, rows, "HCS")).toBe("HCS ProcessList");
});
