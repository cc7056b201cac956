import fc from "fast-check";
import { expect, it } from "vitest";
import type { LogBatch, LogChunk } from "../../../electron/contract/logs.ts";
import { LogStore } from "./log-store.ts";

const numbered = (from: number, to: number, kind: "stdout" | "stderr" = "stdout"): LogChunk => ({
  kind: "text",
  source: kind,
  text: Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join(""),
  at: Array.from({ length: to - from }, (_, i) => 1000 + from + i),
});

it("gives back every line in order, however the text was cut", () => {
  const lines = fc.array(fc.stringMatching(/^[a-z]{0,8}$/), { maxLength: 3000 });
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 4000 }), (texts, size) => {
      const store = new LogStore();
      const whole = texts.map((text) => `${text}\n`).join("");
      for (let at = 0; at < whole.length; at += size) {
        store.append([{ kind: "text", source: "stdout", text: whole.slice(at, at + size), at: [] }]);
      }
      expect([...store.lines()].map((line) => line.text)).toEqual(texts);
      for (const [n, text] of texts.entries()) expect(store.line(n)).toMatchObject({ n, text });
    }),
    { numRuns: 30 },
  );
});

it("keeps time and source of each line", () => {
  const store = new LogStore();
  store.append([numbered(0, 1500), numbered(1500, 1501, "stderr")]);
  expect(store.line(7)).toEqual({ n: 7, kind: "stdout", text: "line 7", at: 1007 });
  expect(store.line(1500)).toEqual({ n: 1500, kind: "stderr", text: "line 1500", at: 2500 });
});

it("counts what it drops at the old end and keeps the numbers of the rest", () => {
  const store = new LogStore({ lines: 2500, text: 1_000_000 });
  for (let from = 0; from < 10_000; from += 100) store.append([numbered(from, from + 100)]);
  expect(store.end).toBe(10_000);
  expect(store.end - store.first).toBeLessThanOrEqual(2500);
  expect(store.line(store.first - 1)).toBeUndefined();
  expect(store.line(store.first)?.text).toBe(`line ${store.first}`);
  expect(store.line(9999)?.text).toBe("line 9999");
});

it("drops by size of text, too", () => {
  const store = new LogStore({ lines: 1_000_000, text: 20_000 });
  for (let from = 0; from < 10_000; from += 1000) store.append([numbered(from, from + 1000)]);
  expect(store.first).toBeGreaterThan(0);
  expect(store.line(9999)?.text).toBe("line 9999");
});

it("shows what the host left out as a line of its own", () => {
  const store = new LogStore();
  const batch: LogBatch = [numbered(0, 1), { kind: "dropped", lines: 42 }, numbered(1, 2)];
  store.append(batch);
  expect([...store.lines()].map((line) => [line.kind, line.text])).toEqual([
    ["stdout", "line 0"],
    ["dropped", "42"],
    ["stdout", "line 1"],
  ]);
  expect(store.missing).toBe(42);
});

it("joins a line that comes in pieces and takes the return off its end", () => {
  const store = new LogStore();
  store.append([{ kind: "text", source: "tty", text: "a", at: [1] }]);
  expect(store.settled).toBe(0);
  store.append([{ kind: "text", source: "tty", text: "b\r", at: [2] }]);
  store.append([{ kind: "text", source: "tty", text: "\nc\r\n", at: [3, 4] }]);
  expect([...store.lines()]).toEqual([
    { n: 0, kind: "tty", text: "ab", at: 1 },
    { n: 1, kind: "tty", text: "c", at: 4 },
  ]);
  expect(store.settled).toBe(2);
});

it("cuts a text without line ends before it grows for ever", () => {
  const store = new LogStore();
  for (let i = 0; i < 40; i++)
    store.append([{ kind: "text", source: "stdout", text: "x".repeat(16_384), at: [] }]);
  expect(store.end).toBe(3);
  expect([...store.lines()].reduce((sum, line) => sum + line.text.length, 0)).toBe(40 * 16_384);
});
