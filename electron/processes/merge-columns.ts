import type { ProcessColumns } from "../../native/index.ts";
import type { ProcessIdentity, WindowsCounters } from "../contract/process.ts";
import type { ProcessDelta, RawProcess } from "./process-reader.ts";

/** Applies one native answer to the rows known so far (by PID) and tells what changed as whole rows. */
export function mergeColumns(rows: Map<number, RawProcess>, columns: ProcessColumns): ProcessDelta {
  const removed = removeRows(rows, goneOf(rows, columns));
  const touched = new Set<number>();
  for (const row of describedRows(rows, columns.described)) {
    rows.set(row.pid, row);
    touched.add(row.pid);
  }
  for (const row of countedRows(rows, columns.counted)) {
    rows.set(row.pid, row);
    touched.add(row.pid);
  }
  const changed = [...touched].flatMap((pid) => rows.get(pid) ?? []);
  return { at: columns.at, removed, changed };
}

/** A whole answer does not say what is gone, and may describe another process under a PID known before. */
function goneOf(rows: ReadonlyMap<number, RawProcess>, columns: ProcessColumns): Iterable<number> {
  if (!columns.whole) return columns.removed;
  const { pid, start } = columns.described;
  const present = new Map(Array.from(pid, (each, index) => [each, String(start[index])]));
  return [...rows.values()].filter((row) => present.get(row.pid) !== row.start).map((row) => row.pid);
}

function removeRows(rows: Map<number, RawProcess>, pids: Iterable<number>): readonly ProcessIdentity[] {
  const removed: ProcessIdentity[] = [];
  for (const pid of pids) {
    const row = rows.get(pid);
    if (!row) continue;
    rows.delete(pid);
    removed.push({ pid, start: row.start });
  }
  return removed;
}

function* describedRows(
  rows: ReadonlyMap<number, RawProcess>,
  columns: ProcessColumns["described"],
): Iterable<RawProcess> {
  for (const [index, pid] of columns.pid.entries()) {
    const known = rows.get(pid);
    const nsPids = columns.nsPids[index];
    yield {
      pid,
      start: String(columns.start[index]),
      ppid: known?.ppid ?? 0,
      name: columns.name[index] ?? "",
      command: columns.command[index] ?? null,
      owner: columns.owner[index] ?? null,
      cpuMs: known?.cpuMs ?? null,
      rssBytes: known?.rssBytes ?? null,
      threads: known?.threads ?? null,
      nsPids: nsPids ? [...nsPids] : null,
      windows: known?.windows ?? null,
      containerId: columns.containerId[index] ?? null,
      unreadable: columns.unreadable[index] ?? null,
    };
  }
}

function* countedRows(
  rows: ReadonlyMap<number, RawProcess>,
  columns: ProcessColumns["counted"],
): Iterable<RawProcess> {
  for (const [index, pid] of columns.pid.entries()) {
    const known = rows.get(pid);
    if (!known) continue;
    yield {
      ...known,
      ppid: columns.ppid[index] ?? 0,
      threads: columns.threads[index] ?? null,
      cpuMs: given(columns.cpuMs[index]),
      rssBytes: given(columns.rssBytes[index]),
      windows: windowsAt(columns.windows, index),
    };
  }
}

function windowsAt(columns: ProcessColumns["counted"]["windows"], index: number): WindowsCounters | null {
  if (!columns) return null;
  return {
    handles: given(columns.handles[index]),
    nonPagedBytes: given(columns.nonPagedBytes[index]),
    pagedBytes: given(columns.pagedBytes[index]),
    virtualBytes: given(columns.virtualBytes[index]),
    sessionId: given(columns.sessionId[index]),
    siloId: given(columns.siloId[index]),
  };
}

/** A column of numbers has NaN where the system did not tell. */
function given(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
