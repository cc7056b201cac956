import { expect, test } from "vitest";
import { readLiveReport } from "./live-report.mjs";
import { readResults } from "./results.mjs";

test("outcomes are counted, and the end is seen", () => {
  const lines = [
    '{"name":"a","outcome":"passed","ms":1}',
    '{"name":"b","outcome":"failed","detail":"no"}',
    '{"name":"c","outcome":"skipped","reason":"why"}',
    '{"done":true}',
    "",
  ];
  expect(readResults(lines.join("\n"))).toEqual({
    passed: 1,
    failed: [{ name: "b", detail: "no" }],
    skipped: [{ name: "c", reason: "why" }],
    done: true,
  });
});

test("a file that crashed has results without an end, and its last line may be half", () => {
  expect(readResults('{"name":"a","outcome":"passed"}\n{"name":"b","outc')).toMatchObject({
    passed: 1,
    done: false,
  });
  expect(readResults("")).toMatchObject({ passed: 0, done: false });
});

const left = '{"documents":1,"operations":0,"systems":2,"processes":0,"violations":["a rule"]}\n';
const nothing = '{"documents":0,"operations":0,"systems":0,"processes":0,"violations":[]}\n';

test("what a process left open in the stand-in is a fault, each kind by itself", () => {
  expect(readLiveReport(nothing + left, { leaves: null })).toEqual([
    "a rule",
    "1 documents still open when the process ended",
    "2 systems still open when the process ended",
  ]);
});

test("a file may say that it leaves things open, never that it breaks rules", () => {
  expect(readLiveReport(left, { leaves: "a crash" })).toEqual(["a rule"]);
});
