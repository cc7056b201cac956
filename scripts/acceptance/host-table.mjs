// @ts-check

/**
 * @typedef {object} Row one process as the addon tells it
 * @property {number} pid
 * @property {string} start FILETIME, decimal
 * @property {string} name
 * @property {string | null} command
 * @property {string | null} owner
 * @property {string | null} unreadable
 * @property {Readonly<Record<Column, number | null>>} columns
 *
 * @typedef {"handles" | "nonPagedBytes" | "pagedBytes" | "rssBytes" | "virtualBytes" | "sessionId"} Column
 */

/** @type {readonly Column[]} */
export const COLUMNS = ["handles", "nonPagedBytes", "pagedBytes", "rssBytes", "virtualBytes", "sessionId"];

/**
 * Every process of this host, read by the addon.
 * @param {import("../../native/index.ts").Addon} addon
 * @returns {Promise<readonly Row[]>}
 */
export async function readTable(addon) {
  const reader = new addon.ProcessReader();
  try {
    return rowsOf(await reader.snapshot());
  } finally {
    reader.close();
  }
}

/** @param {import("../../native/index.ts").ProcessColumns} answer @returns {readonly Row[]} */
export function rowsOf({ described, counted }) {
  const index = new Map(Array.from(counted.pid, (pid, at) => [pid, at]));
  return Array.from(described.pid, (pid, at) => ({
    pid,
    start: String(described.start[at]),
    name: described.name[at] ?? "",
    command: described.command[at] ?? null,
    owner: described.owner[at] ?? null,
    unreadable: described.unreadable[at] ?? null,
    columns: columnsAt(counted, index.get(pid)),
  }));
}

/**
 * @param {import("../../native/index.ts").ProcessColumns["counted"]} counted
 * @param {number | undefined} at
 * @returns {Row["columns"]}
 */
function columnsAt({ rssBytes, windows }, at) {
  const value = (/** @type {Float64Array | undefined} */ column) => {
    const found = at === undefined ? undefined : column?.[at];
    return found === undefined || Number.isNaN(found) ? null : found;
  };
  return {
    handles: value(windows?.handles),
    nonPagedBytes: value(windows?.nonPagedBytes),
    pagedBytes: value(windows?.pagedBytes),
    rssBytes: value(rssBytes),
    virtualBytes: value(windows?.virtualBytes),
    sessionId: value(windows?.sessionId),
  };
}

/** What names one process. @param {{ readonly pid: number, readonly start: string }} row */
export const identityOf = ({ pid, start }) => `${pid}:${start}`;
