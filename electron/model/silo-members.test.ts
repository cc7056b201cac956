import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../contract/fixtures/rows.ts";
import type { HostProcess } from "../contract/process.ts";
import { provenRows, siloEvidence, siloOf, silosOf } from "./silo-members.ts";

const row = (pid: number, siloId: number | null, more: Partial<HostProcess> = {}): HostProcess => {
  const silent = {
    handles: null,
    nonPagedBytes: null,
    pagedBytes: null,
    virtualBytes: null,
    sessionId: null,
  };
  return hostProcess({ pid, name: "PING.EXE", windows: { ...silent, siloId }, ...more });
};

const among =
  (...rows: readonly HostProcess[]) =>
  (pid: number) =>
    rows.find((each) => each.pid === pid);
const nothing = { own: [], mainPid: null, startedAt: null };

describe("rows that are proven to be a container's", () => {
  test("are those named with their start", () => {
    const rows = among(row(10, 7), row(11, 7, { start: "101" }), row(12, 7, { start: "0" }));
    const own = [10, 11, 12, 13].map((pid) => ({ pid, start: pid === 12 ? "0" : "100" }));
    expect(provenRows({ ...nothing, own }, rows)).toMatchObject([{ pid: 10 }]);
  });

  test("and the main process, if it began when the container did", () => {
    const rows = among(row(10, 7, { startedAt: 50_000 }));
    const main = (startedAt: number | null) =>
      provenRows({ own: [], mainPid: 10, startedAt }, rows).map(({ pid }) => pid);
    expect([48_000, 50_000, 52_000].map(main)).toEqual([[10], [10], [10]]);
    expect([47_999, 52_001, null].map(main)).toEqual([[], [], []]);
    expect(provenRows({ own: [], mainPid: 11, startedAt: 50_000 }, rows)).toEqual([]);
  });

  test("which counts once where it is named, too", () => {
    const rows = among(row(10, 7), row(11, 7));
    const own = [11, 10].map((pid) => ({ pid, start: "100" }));
    expect(provenRows({ own, mainPid: 10, startedAt: null }, rows).map(({ pid }) => pid)).toEqual([10, 11]);
  });

  test("never by a number alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(3))),
        fc.array(fc.tuple(fc.nat(20), fc.nat(3))),
        (a, b) => {
          const rows = a.map(([pid, start]) => row(pid, 7, { start: String(start) }));
          const own = b.map(([pid, start]) => ({ pid, start: String(start) }));
          for (const { pid, start } of provenRows({ ...nothing, own, mainPid: 3 }, among(...rows))) {
            expect(own).toContainEqual({ pid, start });
          }
        },
      ),
    );
  });
});

test("the host's own processes are in no silo, nor are those Windows does not tell of", () => {
  expect([row(1, 7), row(1, 0), row(1, null), hostProcess({ pid: 1 })].map(siloOf)).toEqual([
    7,
    null,
    null,
    null,
  ]);
  expect(silosOf([row(1, 7), row(2, 0), row(3, 8), row(4, 7)])).toEqual([7, 8]);
});

test("evidence says how many, which silo, and whom that is known by", () => {
  expect(siloEvidence([row(10, 0), row(11, 7)], [row(12, 7), row(13, 7)])).toBe(
    "2 of its host processes by server silo 7, which holds PING.EXE 11 too",
  );
  expect(siloEvidence([row(11, 7)], [])).toBeNull();
});
