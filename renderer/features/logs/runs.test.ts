import fc from "fast-check";
import { expect, it } from "vitest";
import { visibleText } from "./ansi.ts";
import { searchPattern } from "./log-search.ts";
import { runsOf } from "./runs.ts";

const E = String.fromCharCode(0x1b);
const piece = fc.oneof(fc.stringMatching(/^[ab]{0,4}$/), fc.constantFrom(`${E}[31m`, `${E}[0m`));

it("cuts a line without losing or doubling anything, and marks exactly the matches", () => {
  fc.assert(
    fc.property(fc.array(piece), fc.stringMatching(/^[ab]{1,2}$/), (pieces, query) => {
      const line = pieces.join("");
      const runs = runsOf(line, searchPattern(query));
      expect(runs.map((run) => run.text).join("")).toBe(visibleText(line));
      const marked = runs.map((run) => (run.match ? run.text : "|")).join("");
      const expected = visibleText(line).match(new RegExp(query, "g")) ?? [];
      expect(marked.replaceAll("|", "")).toBe(expected.join(""));
    }),
  );
});
