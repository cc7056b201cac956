import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessColumns } from "../../native/index.ts";
import type { WindowsCounters } from "../contract/process.ts";
import { diffProcesses } from "./diff-processes.ts";
import { anyTable, rawProcess } from "./fixtures/raw-process.ts";
import { mergeColumns } from "./merge-columns.ts";
import type { RawProcess } from "./process-reader.ts";

/** As the addon tells that there is no value. */
const orNan = (value: number | null | undefined): number => value ?? Number.NaN;

/** Windows' own columns, which the addon leaves out on any other system. */
function windowsColumnsOf(rows: readonly RawProcess[]): Pick<ProcessColumns["counted"], "windows"> {
  if (rows.every((row) => row.windows === null)) return {};
  const column = (field: keyof WindowsCounters) =>
    Float64Array.from(rows, (row) => orNan(row.windows?.[field]));
  return {
    windows: {
      handles: column("handles"),
      nonPagedBytes: column("nonPagedBytes"),
      pagedBytes: column("pagedBytes"),
      virtualBytes: column("virtualBytes"),
      sessionId: column("sessionId"),
      siloId: column("siloId"),
    },
  };
}

/** Columns that describe and count all these rows. */
function columnsOf(rows: readonly RawProcess[], more: Partial<ProcessColumns> = {}): ProcessColumns {
  const pid = Uint32Array.from(rows, (row) => row.pid);
  return {
    at: 1,
    whole: false,
    removed: new Uint32Array(),
    described: {
      pid,
      start: BigUint64Array.from(rows, (row) => BigInt(row.start)),
      name: rows.map((row) => row.name),
      command: rows.map((row) => row.command),
      owner: rows.map((row) => row.owner),
      containerId: rows.map((row) => row.containerId),
      unreadable: rows.map((row) => row.unreadable),
      nsPids: rows.map((row) => row.nsPids && Uint32Array.from(row.nsPids)),
    },
    counted: {
      pid,
      ppid: Uint32Array.from(rows, (row) => row.ppid),
      threads: Uint32Array.from(rows, (row) => row.threads ?? 0),
      cpuMs: Float64Array.from(rows, (row) => orNan(row.cpuMs)),
      rssBytes: Float64Array.from(rows, (row) => orNan(row.rssBytes)),
      ...windowsColumnsOf(rows),
    },
    ...more,
  };
}

describe("mergeColumns", () => {
  it("follows any change of the table", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (old, next) => {
        const rows = new Map(old);
        const { removed, changed } = diffProcesses(old, next);
        const gone = Uint32Array.from(removed, ({ pid }) => pid);
        const delta = mergeColumns(rows, columnsOf(changed, { removed: gone }));
        expect(rows).toEqual(new Map(next));
        expect(delta).toEqual({ at: 1, removed, changed });
      }),
    );
  });

  it("takes a whole answer as all there is", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (old, next) => {
        const rows = new Map(old);
        const delta = mergeColumns(rows, columnsOf([...next.values()], { whole: true }));
        expect(rows).toEqual(new Map(next));
        expect(delta.removed).toEqual(diffProcesses(old, next).removed);
      }),
    );
  });

  it("leaves the rest of a row alone when only its counters changed", () => {
    const row = rawProcess({ cpuMs: 10 });
    const rows = new Map([[row.pid, row]]);
    const { counted } = columnsOf([{ ...row, cpuMs: 20 }]);
    const delta = mergeColumns(rows, columnsOf([], { counted }));
    expect(delta.changed).toEqual([{ ...row, cpuMs: 20 }]);
  });

  it("has no counters for a process that was never counted", () => {
    const row = rawProcess({ unreadable: "no" });
    const delta = mergeColumns(new Map(), columnsOf([row], { counted: columnsOf([]).counted }));
    expect(delta.changed).toEqual([{ ...row, ppid: 0, cpuMs: null, rssBytes: null, threads: null }]);
  });
});
