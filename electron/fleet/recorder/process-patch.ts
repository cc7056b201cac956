import { isDeepStrictEqual } from "node:util";
import type { HostProcess } from "../../contract/process.ts";
import type { RecordingEventInput } from "../../contract/recording.ts";
import type { Changed } from "./changed-items.ts";

type Table = Omit<Extract<RecordingEventInput, { kind: "processes" }>, "t">;

/** A change of the host's table as a recording holds it: new rows whole, of others only the columns that changed. */
export function processesEvent({ upsert, remove }: Changed<HostProcess>): Table {
  const fresh = upsert.flatMap(([, row, before]) => (before ? [] : [row]));
  const patch = upsert.flatMap(([key, row, before]) =>
    before ? [[key, changedColumns(before, row)] as [string, Partial<HostProcess>]] : [],
  );
  return {
    kind: "processes",
    ...(fresh.length > 0 && { upsert: fresh }),
    ...(patch.length > 0 && { patch }),
    ...(remove.length > 0 && { remove: [...remove] }),
  };
}

function changedColumns(before: HostProcess, row: HostProcess): Partial<HostProcess> {
  const old: Readonly<Record<string, unknown>> = before;
  return Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !isDeepStrictEqual(old[column], value)),
  );
}
