import type { Isolation } from "../../contract/engine.ts";
import type { InsideProcess, ProcessIdentity } from "../../contract/process.ts";
import { toStartStamp, toUnixMs } from "./documents/date-time.ts";
import type { ProcessDetails } from "./documents/process-list.ts";
import { toMs, toNumber } from "./documents/uint64.ts";

/** The name as Get-Process shows it. */
const withoutExe = (image: string): string => image.replace(/\.exe$/i, "");

/**
 * One row of a ProcessList. HCS tells image names only: `commands` has the command lines this app started, by PID. A VM's
 * PIDs are its guest's; with the isolation unknown the number may be the host's, which only an equal start proves.
 */
export function insideRow(
  details: ProcessDetails,
  isolation: Isolation | null,
  commands: ReadonlyMap<number, string>,
): InsideProcess {
  const { ProcessId: pid, CreateTimestamp, UserTime100ns, KernelTime100ns } = details;
  const image = details.ImageName ?? "";
  const [user, kernel] = [toMs(UserTime100ns), toMs(KernelTime100ns)];
  return {
    pid,
    hostPid: isolation === "hyperv" ? null : pid,
    ppid: null,
    start: toStartStamp(CreateTimestamp),
    startedAt: toUnixMs(CreateTimestamp),
    name: withoutExe(image),
    command: commands.get(pid) ?? image,
    user: null,
    cpuMs: user === null && kernel === null ? null : (user ?? 0) + (kernel ?? 0),
    cpuPercent: null,
    rssBytes: toNumber(details.MemoryWorkingSetPrivateBytes),
  };
}

/** Processes that can be told on the host for certain: those with an exact start. */
export const identities = (list: readonly ProcessDetails[]): readonly ProcessIdentity[] =>
  list.flatMap(({ ProcessId: pid, CreateTimestamp }) => {
    const start = toStartStamp(CreateTimestamp);
    return start === null ? [] : [{ pid, start }];
  });
