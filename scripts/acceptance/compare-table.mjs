// @ts-check
import { COLUMNS, identityOf } from "./host-table.mjs";
import { fail, pass } from "./verdict.mjs";

/**
 * @typedef {import("./host-table.mjs").Row} Row
 * @typedef {import("./host-table.mjs").Column} Column
 *
 * @typedef {{ readonly pid: number, readonly name: string, readonly start: string | null } &
 *   Readonly<Record<Column, number>>} Told one process as Get-Process tells it; `start` null where it may not be read
 */

/** Two tools never read at one moment: a value may have moved by this share beyond where it was before and after, */
const SHARE = 0.1;
/** and by this much more, which matters to small values only. Bytes but for handles. @type {Record<Column, number>} */
const SLACK = {
  handles: 16,
  nonPagedBytes: 8 * 1024,
  pagedBytes: 1024 * 1024,
  rssBytes: 1024 * 1024,
  virtualBytes: 16 * 1024 * 1024,
  sessionId: 0,
};
/** So many of all processes must agree in a column that moves. */
const ENOUGH = 0.95;

/**
 * Holds the addon's table against Get-Process, which ran between two readings of it.
 * @param {readonly Row[]} before @param {readonly Told[]} told @param {readonly Row[]} after
 * @returns {import("./verdict.mjs").Verdict}
 */
export function compareTable(before, told, after) {
  const later = new Map(after.map((row) => [identityOf(row), row]));
  const pairs = before.flatMap((row) => {
    const again = later.get(identityOf(row));
    const found = told.find(({ pid, start }) => pid === row.pid && (start === null || start === row.start));
    return again ? [{ row, again, found }] : [];
  });
  const missing = pairs.filter(({ found }) => !found).map(({ row }) => `${row.name} (${row.pid})`);
  if (missing.length > 0) return fail(`Get-Process has no process of this PID and start: ${some(missing)}`);
  const known = pairs.flatMap(({ row, again, found }) => (found ? [{ row, again, found }] : []));
  if (known.length === 0) return fail("no process lived through both readings");
  const renamed = known.filter(({ row, found }) => row.name !== found.name);
  if (renamed.length > 0)
    return fail(some(renamed.map(({ row, found }) => `${row.name}, not ${found.name}`)));
  const wrong = COLUMNS.flatMap((column) => {
    const share = known.filter((each) => agrees(column, each)).length / known.length;
    const needed = column === "sessionId" ? 1 : ENOUGH;
    return share >= needed ? [] : [`${column} agrees for ${Math.floor(share * 100)} % only`];
  });
  if (wrong.length > 0) return fail(wrong.join("; "));
  return pass(`${known.length} processes: names, starts and sessions equal, the other columns agree`);
}

/**
 * @param {Column} column
 * @param {{ readonly row: Row, readonly again: Row, readonly found: Told }} each
 */
function agrees(column, { row, again, found }) {
  const values = [row.columns[column], again.columns[column]];
  const [first, last] = values;
  if (first === null || first === undefined || last === null || last === undefined) return false;
  if (column === "sessionId") return first === found[column];
  const low = Math.min(first, last) * (1 - SHARE) - SLACK[column];
  const high = Math.max(first, last) * (1 + SHARE) + SLACK[column];
  return found[column] >= low && found[column] <= high;
}

/** @param {readonly string[]} all */
function some(all) {
  return all.length <= 3 ? all.join(", ") : `${all.slice(0, 3).join(", ")} and ${all.length - 3} more`;
}
