import type { HostProcess, InsideProcess } from "../../contract/process.ts";
import type { Kernel, Scope } from "../../contract/scope.ts";
import { programName } from "../../model/program-name.ts";

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
  /** Null where nobody tells when the guest booted: on Windows. */
  readonly guestBootedAfterHost: boolean | null;
  readonly kernels: Scope["kernels"];
}

/** Evidence of one container's command, or undefined while either side has not shown it yet. */
export function processEvidence(scope: Scope, program: string): ProcessEvidence | undefined {
  const inside = commandRow(scope.inside, program);
  if (!inside || inside.pid === null || inside.hostPid === null) return undefined;
  const link = scope.links.find((candidate) => candidate.insidePid === inside.pid);
  const host = scope.related.find((row) => row.pid === link?.hostPid);
  if (!host || !link || !isNamed(host, program)) return undefined;
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
  const { worker, containerKernel, hostKernel, kernels } = scope;
  if (!inside || inside.pid === null || !worker || kernels === "unknown") return undefined;
  const workerRow = host.find((row) => row.pid === worker.pid && row.start === worker.start);
  if (!workerRow) return undefined;
  return {
    insidePid: inside.pid,
    hostMatches: host.filter(
      (row) => isNamed(row, program) && row.containerId === null && isYounger(row, workerRow),
    ).length,
    worker: { name: worker.name, pid: worker.pid },
    guestKernel: containerKernel?.release ?? "not told",
    hostKernel: hostKernel.release,
    guestBootedAfterHost: bootedAfter(containerKernel, hostKernel),
    kernels,
  };
}

/** The scene holds when one side shows the very same process and the other side shows only the worker. */
export function sceneHolds(process: ProcessEvidence, hyperv: HypervEvidence): boolean {
  return (
    process.samePid &&
    process.sameStartTime &&
    hyperv.hostMatches === 0 &&
    hyperv.kernels === "separate" &&
    hyperv.guestBootedAfterHost !== false &&
    /^(qemu-system-|vmwp)/.test(hyperv.worker.name)
  );
}

function bootedAfter(guest: Kernel | null, host: Kernel): boolean | null {
  if (!guest || guest.bootedAt === null || host.bootedAt === null) return null;
  return guest.bootedAt > host.bootedAt;
}

const isNamed = ({ name }: { readonly name: string }, program: string): boolean =>
  programName(name) === programName(program);

function commandRow(rows: readonly InsideProcess[], program: string): InsideProcess | undefined {
  return rows.find((row) => isNamed(row, program) || row.command.split(" ")[0]?.endsWith(program));
}

function isYounger(row: HostProcess, than: HostProcess): boolean {
  return row.startedAt === null || than.startedAt === null || row.startedAt >= than.startedAt;
}
