import type { HostProcess } from "../../../electron/contract/process.ts";

/** Where nobody tells whether Isoscope may read all: a few processes are closed to everyone, more than this are not. */
const CLOSED_TO_EVERYONE = 0.1;

/** How many host rows lack values because Isoscope may not read them; 0 when it has all rights, or nearly all rows. */
export function restriction(elevated: boolean | null, rows: Iterable<HostProcess>): number {
  if (elevated === true) return 0;
  let all = 0;
  let unread = 0;
  for (const row of rows) {
    all += 1;
    if (row.unreadable !== null) unread += 1;
  }
  return elevated === null && unread <= all * CLOSED_TO_EVERYONE ? 0 : unread;
}
