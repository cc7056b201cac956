import fc from "fast-check";
import { expect, test } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { foldExited, LINGER_MS, NOBODY_EXITED, nextExpiry } from "./exited.ts";

const [full] = scene.scopes as [Scope];
const without = (pid: number, hostPid: number): Scope => ({
  ...full,
  inside: full.inside.filter((row) => row.pid !== pid),
  related: full.related.filter((row) => row.pid !== hostPid),
  links: full.links.filter((link) => link.insidePid !== pid),
});
const less = without(9, 48221);
const first = foldExited(NOBODY_EXITED, full, 0, true);
const pids = (exited: typeof first) => [
  exited.inside.map(({ row }) => row.pid),
  exited.host.map(({ row }) => row.pid),
];

test("what the next sample lacks has ended, on both sides", () => {
  const exited = foldExited(first, less, 1_000, true);
  expect(pids(exited)).toEqual([[9], [48221]]);
  expect(exited.inside[0]?.linked).toBe(true);
  expect(nextExpiry(exited)).toBe(1_000 + LINGER_MS);
});

test("it stays 3 s, and longer while somebody looks", () => {
  const exited = foldExited(first, less, 1_000, true);
  expect(pids(foldExited(exited, less, 1_000 + LINGER_MS - 1, true))).toEqual([[9], [48221]]);
  expect(pids(foldExited(exited, less, 60_000, false))).toEqual([[9], [48221]]);
  expect(pids(foldExited(exited, less, 1_000 + LINGER_MS, true))).toEqual([[], []]);
});

test("a row that is back has not ended", () => {
  const exited = foldExited(foldExited(first, less, 1_000, true), full, 2_000, true);
  expect(pids(exited)).toEqual([[], []]);
});

test("a list that could not be read ends nothing", () => {
  const insideError = { code: "internal" as const, message: "no answer" };
  expect(foldExited(first, { ...full, inside: [], insideError }, 1_000, true).inside).toEqual([]);
});

test("another container begins with nobody", () => {
  expect(foldExited(first, { ...less, key: "docker/other" }, 1_000, true).inside).toEqual([]);
});

test("whatever comes and goes: nobody is both there and exited, and none twice", () => {
  const samples = fc.array(fc.subarray([7, 1, 9]), { maxLength: 12 });
  fc.assert(
    fc.property(samples, fc.boolean(), (kept, neutral) => {
      let exited = first;
      for (const [step, wanted] of kept.entries()) {
        const scope = { ...full, inside: full.inside.filter(({ pid }) => wanted.includes(pid ?? 0)) };
        exited = foldExited(exited, scope, step * 700, neutral);
        const gone = exited.inside.map(({ row }) => row.pid);
        expect(new Set(gone).size).toBe(gone.length);
        expect(gone.filter((pid) => wanted.includes(pid ?? 0))).toEqual([]);
      }
    }),
  );
});
