import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffProcesses, sameProcess } from "./diff-processes.ts";
import { anyTable, rawProcess } from "./fixtures/raw-process.ts";
import type { RawProcess } from "./process-reader.ts";
import { processKey } from "./process-table.ts";

const byKey = (rows: Iterable<ReturnType<typeof rawProcess>>) =>
  new Map(Array.from(rows, (row) => [processKey(row), row]));

const WINDOWS = {
  handles: 67,
  nonPagedBytes: 5120,
  pagedBytes: 839_680,
  virtualBytes: 9,
  sessionId: 3,
  siloId: 7,
};

describe("diffProcesses", () => {
  it("gives exactly what makes the new table out of the old", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (old, next) => {
        const { removed, changed } = diffProcesses(old, next);
        const table = byKey(old.values());
        for (const identity of removed) expect(table.delete(processKey(identity))).toBe(true);
        for (const row of changed) table.set(processKey(row), row);
        expect(table).toEqual(byKey(next.values()));
      }),
    );
  });

  it("does not mention equal rows", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (old, next) => {
        const known = byKey(old.values());
        for (const row of diffProcesses(old, next).changed)
          expect(known.get(processKey(row))).not.toEqual(row);
      }),
    );
    fc.assert(
      fc.property(anyTable, (table) => {
        const copy = new Map(structuredClone([...table]));
        expect(diffProcesses(table, copy)).toEqual({ removed: [], changed: [] });
      }),
    );
  });

  it.each<Partial<RawProcess>>([
    { ppid: 2 },
    { name: "pong" },
    { command: null },
    { owner: "7" },
    { cpuMs: 10 },
    { rssBytes: 0 },
    { threads: 2 },
    { nsPids: [100] },
    { containerId: "c" },
    { unreadable: "no" },
    { windows: null },
    { windows: { ...WINDOWS, handles: 68 } },
    { windows: { ...WINDOWS, nonPagedBytes: null } },
    { windows: { ...WINDOWS, pagedBytes: 0 } },
    { windows: { ...WINDOWS, virtualBytes: 1 } },
    { windows: { ...WINDOWS, sessionId: 0 } },
    { windows: { ...WINDOWS, siloId: 0 } },
    { windows: { ...WINDOWS, siloId: null } },
  ])("notices %o", (difference) => {
    const row = rawProcess({ windows: WINDOWS });
    expect(sameProcess(row, structuredClone(row))).toBe(true);
    expect(sameProcess(row, { ...row, ...difference })).toBe(false);
  });

  it("tells a reused PID as one gone and one come", () => {
    const old = rawProcess({ start: "1" });
    const next = rawProcess({ start: "2" });
    const difference = diffProcesses(new Map([[100, old]]), new Map([[100, next]]));
    expect(difference).toEqual({ removed: [{ pid: 100, start: "1" }], changed: [next] });
  });
});
