import type { LaneFacts, MemoryCost } from "../contract/compare.ts";
import type { HostProcess, InsideProcess } from "../contract/process.ts";
import type { Scope } from "../contract/scope.ts";
import { programName, withoutExe } from "./program-name.ts";

export interface SettledLane {
  readonly scope: Scope;
  /** Every process of the host at that moment. */
  readonly host: readonly HostProcess[];
  readonly memory: MemoryCost;
  /** The command's name where the container's own list does not tell. */
  readonly asked: string;
}

/** What is shown of a settled container, taken from its scope and the host's table; nothing is added to these. */
export function laneFacts({ scope, host, memory, asked }: SettledLane): LaneFacts {
  const main = scope.inside.find(({ pid }) => pid !== null && pid === scope.mainPid);
  const program = withoutExe(main?.name || asked);
  const link = scope.links.find(({ insidePid }) => insidePid === scope.mainPid);
  return {
    program,
    pidInside: scope.mainPid,
    pidOnHost: link?.hostPid ?? null,
    hostRows: scope.related.length,
    worker: scope.worker && { pid: scope.worker.pid, name: scope.worker.name },
    search: search(scope, host, program),
    hostKernel: scope.hostKernel,
    containerKernel: scope.containerKernel,
    kernels: scope.kernels,
    kernelEvidence: scope.kernelEvidence,
    memory,
    why: main ? null : whyNoMain(scope),
  };
}

/** The host's rows of the command's name: the container's own, and those of others. */
function search({ related }: Scope, host: readonly HostProcess[], program: string): LaneFacts["search"] {
  const wanted = programName(program);
  const named = host.filter(({ name }) => programName(name) === wanted);
  const ours = new Set(related.map(({ pid, start }) => `${pid}:${start}`));
  const own = named.filter(({ pid, start }) => ours.has(`${pid}:${start}`)).map(({ pid }) => pid);
  return { own, others: named.length - own.length };
}

function whyNoMain({ insideError, inside }: Scope): string {
  if (insideError) return "The list inside the container could not be read.";
  return inside.length === 0
    ? "The command had ended before it was looked at."
    : "The command could not be told from the other processes inside.";
}

/** The container's own command in an inside list: the number its engine names, else the first of its namespace. */
export function mainInside(
  rows: readonly InsideProcess[],
  guestPid: number | null | undefined,
): InsideProcess | undefined {
  return rows.find(({ pid }) => pid === (guestPid ?? 1));
}
