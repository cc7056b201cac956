import type { ProcessOwner } from "../contract/owner.ts";
import { processOwners } from "../model/process-owners.ts";
import { isLiving } from "./container-record.ts";
import { type HostWitness, namedProcesses, withHostEvidence } from "./host-witness.ts";
import type { Member } from "./witnesses.ts";

/** The host processes of one published container; none once it has ended. */
export function ownersOf(
  key: string,
  { engine, seen: told }: Member,
  host: HostWitness,
): readonly ProcessOwner[] {
  const seen = withHostEvidence(told, host);
  if (!isLiving(seen)) return [];
  const shared = seen.isolation === "process";
  return processOwners({
    key,
    id: seen.id,
    engine: engine.status.title,
    named: namedProcesses(seen),
    namedBy: seen.hostProcessesBy ?? null,
    started: seen.worker,
    fileServers: seen.fileServers ?? [],
    vm: host.vm,
    // Under VM isolation rows of that id would be of something around the VM, not of the container.
    rows: shared ? host.rows : [],
    hostByPid: host.byPid,
  });
}
