import type { HostProcess, InsideProcess } from "../../contract/process.ts";
import type { Scope } from "../../contract/scope.ts";

/** What the scene shows under process isolation. On Linux `insidePid` counts in the container's own namespace. */
export interface ProcessEvidence {
  readonly insidePid: number;
  /** What the engine's `top` prints. */
  readonly topPid: number;
  /** The PID of the host's row. */
  readonly hostPid: number;
  /** top's PID is the host's, and the namespace line ties it to the inside number. */
  readonly samePid: boolean;
  readonly sameStartTime: boolean;
  readonly hostName: string;
}

export interface HypervEvidence {
  readonly insidePid: number;
  /** Host processes of the command's name that began after the VM and belong to no container. */
  readonly hostMatches: number;
  readonly worker: { readonly name: string; readonly pid: number };
  readonly guestKernel: string;
  readonly hostKernel: string;
  readonly guestBootedAfterHost: boolean;
}

/** Evidence of one container's command, or undefined while either side has not shown it yet. */
export function processEvidence(scope: Scope, program: string): ProcessEvidence | undefined {
  const inside = commandRow(scope.inside, program);
  if (!inside || inside.pid === null || inside.hostPid === null) return undefined;
  const host = scope.related.find((row) => row.name === program && row.containerId !== null);
  const link = scope.links.find((candidate) => candidate.insidePid === inside.pid);
  if (!host || !link) return undefined;
  const tied = host.nsPids === null ? host.pid === inside.pid : host.nsPids.at(-1) === inside.pid;
  return {
    insidePid: inside.pid,
    topPid: inside.hostPid,
    hostPid: host.pid,
    samePid: inside.hostPid === host.pid && link.hostPid === host.pid && tied,
    sameStartTime: link.certainty === "proven" && link.start === host.start,
    hostName: host.name,
  };
}

/** Evidence of a VM's command, or undefined while guest or worker have not shown themselves yet. */
export function hypervEvidence(
  scope: Scope,
  program: string,
  host: readonly HostProcess[],
): HypervEvidence | undefined {
  const inside = commandRow(scope.inside, program);
  const { worker, containerKernel, hostKernel } = scope;
  if (!inside || inside.pid === null || !worker || !containerKernel) return undefined;
  const workerRow = host.find((row) => row.pid === worker.pid && row.start === worker.start);
  if (!workerRow) return undefined;
  return {
    insidePid: inside.pid,
    hostMatches: host.filter(
      (row) => row.name === program && row.containerId === null && isYounger(row, workerRow),
    ).length,
    worker: { name: worker.name, pid: worker.pid },
    guestKernel: containerKernel.release,
    hostKernel: hostKernel.release,
    guestBootedAfterHost:
      containerKernel.bootedAt !== null &&
      hostKernel.bootedAt !== null &&
      containerKernel.bootedAt > hostKernel.bootedAt &&
      scope.kernels === "separate",
  };
}

/** The scene holds when one side shows the very same process and the other side shows only the worker. */
export function sceneHolds(process: ProcessEvidence, hyperv: HypervEvidence): boolean {
  return (
    process.samePid &&
    process.sameStartTime &&
    hyperv.hostMatches === 0 &&
    hyperv.guestBootedAfterHost &&
    /^(qemu-system-|vmwp)/.test(hyperv.worker.name)
  );
}

function commandRow(rows: readonly InsideProcess[], program: string): InsideProcess | undefined {
  return rows.find((row) => row.name === program || row.command.split(" ")[0]?.endsWith(program));
}

function isYounger(row: HostProcess, than: HostProcess): boolean {
  return row.startedAt === null || than.startedAt === null || row.startedAt >= than.startedAt;
}
