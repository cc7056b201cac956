import type { AddedProcess, LaneFacts } from "../../contract/compare.ts";
import type { HostProcess } from "../../contract/process.ts";
import { type AddedRow, addedRows } from "../../model/added-processes.ts";
import { laneFacts } from "../../model/compare-facts.ts";
import { memoryCost } from "../../model/memory-cost.ts";
import type { CompareDeps } from "./compare-deps.ts";
import type { FirstSeen } from "./first-seen.ts";
import { settledScope } from "./settled-scope.ts";

const NO_ROWS = "The host showed no process of it any more.";

/**
 * What both sides show of a container that has settled, and what it costs the host. Null when nothing was there to be
 * looked at. Rejects with `cancelled`.
 *
 * @param asked the command's name where the container itself does not tell.
 */
export async function readFacts(
  deps: CompareDeps,
  key: string,
  asked: string,
  seen: FirstSeen,
  signal: AbortSignal,
): Promise<LaneFacts | null> {
  const scope = await settledScope(deps, key, signal);
  if (!scope) return null;
  const rows = await hostRowsNow(deps);
  const byPid = new Map(rows.map((row) => [row.pid, row]));
  const added = addedRows(
    scope,
    (pid) => byPid.get(pid),
    (row) => seen.isNew(row),
  );
  const processes = await Promise.all(added.map((one) => weigh(deps, one)));
  const memory = memoryCost(deps.costs.counter, processes, NO_ROWS);
  return laneFacts({ scope, host: rows, memory, asked });
}

/** Every process of the host as of now; the last known where the table cannot be read. */
export async function hostRowsNow({ processes, fleet }: CompareDeps): Promise<readonly HostProcess[]> {
  return processes.sample().then(
    ({ rows }) => rows,
    () => fleet.host.rows(),
  );
}

async function weigh({ costs }: CompareDeps, { row, role }: AddedRow): Promise<AddedProcess> {
  const { pid, start, name } = row;
  return { pid, start, name, role, ...(await costs.memory(row, role === "vm-memory")) };
}
