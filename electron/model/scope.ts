import type { Isolation } from "../contract/engine.ts";
import type { IsoscopeError } from "../contract/errors.ts";
import type { HostProcess, InsideProcess, ProcessIdentity } from "../contract/process.ts";
import type { Kernel, Link, Scope } from "../contract/scope.ts";
import { completeInside, type InsideReading } from "./complete-inside.ts";
import { insideSource } from "./inside-source.ts";
import { compareKernels, type KernelVerdict } from "./kernels.ts";
import { findLinks } from "./links.ts";
import { siloOf } from "./silo-members.ts";
import { type VmObservation, windowsKernels } from "./windows-kernels.ts";

interface NamedWorker extends ProcessIdentity {
  readonly name: string;
  readonly evidence?: string;
}

/** All that was observed of one container at one moment; {@link buildScope} adds nothing to it. */
export interface ScopeObservation {
  readonly key: string;
  /** The container's full id, as the operating system attributes processes to it. */
  readonly containerId: string;
  readonly isolation: Isolation | null;
  /** Host PID of the container's own command, under process isolation. */
  readonly mainHostPid: number | null;
  /** PID of the container's own command in its VM, where the engine names it. */
  readonly mainGuestPid?: number | null;
  /** The worker process that the engine itself started. */
  readonly worker: NamedWorker | null;
  /** The utility VM whose processes were looked for on the host; null on Linux. */
  readonly vm: VmObservation | null;
  /** Host processes that the engine names as the container's own. */
  readonly own: readonly ProcessIdentity[];
  /** Server silos (Windows) that are the container's alone. */
  readonly silos: readonly number[];
  /** How rows are known to be its that only its silo tells; null when there is none. */
  readonly siloEvidence: string | null;
  readonly windows: boolean;
  readonly inside: readonly InsideProcess[];
  readonly insideSource: string;
  readonly insideError: IsoscopeError | null;
  readonly insideAt: number | null;
  /** The container's own view of its start stamps; null when it could not be read. */
  readonly readings: readonly InsideReading[] | null;
  /** Who gave these where that is another witness than the list's own; absent or null where it needs no word. */
  readonly readingsBy?: string | null;
  readonly host: readonly HostProcess[];
  readonly hostAt: number;
  readonly hostKernel: Kernel;
  readonly containerKernel: Kernel | null;
}

/** The side-by-side view: a pure function of what engines and the host process table observed. */
export function buildScope(seen: ScopeObservation): Scope {
  const byPid = new Map(seen.host.map((row) => [row.pid, row]));
  const hostByPid = (pid: number) => byPid.get(pid);
  const inside =
    seen.isolation === "hyperv"
      ? seen.inside.map((row) => ({ ...row, hostPid: null }))
      : completeInside(seen.inside, hostByPid, seen.readings);
  const links = findLinks(seen.isolation, inside, hostByPid);
  const named = seen.worker ?? seen.vm?.processes.worker ?? null;
  const workerRow = rowOf(named, hostByPid);
  const verdict = kernelVerdict(seen, inside, links, hostByPid);
  return {
    key: seen.key,
    isolation: seen.isolation,
    mainPid: mainPid(seen, inside),
    inside,
    insideSource: insideSource(seen.insideSource, seen.inside, inside, seen.readingsBy ?? null),
    insideError: seen.insideError,
    related: relatedRows(seen, links, [workerRow, rowOf(seen.vm?.processes.memory ?? null, hostByPid)]),
    ...(seen.siloEvidence === null ? {} : { relatedEvidence: seen.siloEvidence }),
    hostCount: seen.host.length,
    links,
    worker: workerRow && named ? toWorker(workerRow, named) : null,
    hostKernel: seen.hostKernel,
    // A kernel shown to be shared is the host's, which Windows tells on the host only.
    containerKernel: seen.windows && verdict.kernels === "shared" ? seen.hostKernel : seen.containerKernel,
    kernels: verdict.kernels,
    kernelEvidence: verdict.evidence,
    insideAt: seen.insideAt,
    hostAt: seen.hostAt,
  };
}

function kernelVerdict(
  seen: ScopeObservation,
  inside: readonly InsideProcess[],
  links: readonly Link[],
  hostByPid: (pid: number) => HostProcess | undefined,
): KernelVerdict {
  if (!seen.windows) return compareKernels(seen.hostKernel, seen.containerKernel);
  const { isolation, hostKernel, containerKernel: guestKernel, vm } = seen;
  return windowsKernels({ isolation, inside, links, hostByPid, hostKernel, guestKernel, vm });
}

/** The row of exactly this process: a reused PID is another. */
function rowOf(
  process: ProcessIdentity | null,
  hostByPid: (pid: number) => HostProcess | undefined,
): HostProcess | null {
  const row = process ? hostByPid(process.pid) : undefined;
  return row && row.start === process?.start ? row : null;
}

function toWorker({ pid, start, command }: HostProcess, { name, evidence }: NamedWorker): Scope["worker"] {
  return { pid, start, name, command, ...(evidence === undefined ? {} : { evidence }) };
}

/** The first process in the container's own namespace is its command; an engine that names a PID knows better. */
function mainPid(seen: ScopeObservation, inside: readonly InsideProcess[]): number | null {
  const named =
    seen.mainHostPid === null ? undefined : inside.find((row) => row.hostPid === seen.mainHostPid);
  const main = named ?? inside.find((row) => row.pid === (seen.mainGuestPid ?? 1));
  return main?.pid ?? null;
}

/** Host rows that belong to the container: what the OS or its engine attributes to it, its silo's, what is linked, or its VM's. */
function relatedRows(
  seen: ScopeObservation,
  links: readonly Link[],
  vmRows: readonly (HostProcess | null)[],
): HostProcess[] {
  if (seen.isolation === "hyperv") return vmRows.filter((row) => row !== null);
  const linked = new Set(links.map((link) => link.hostPid));
  const own = new Map(seen.own.map(({ pid, start }) => [pid, start]));
  const silos = new Set<number | null>(seen.silos);
  return seen.host.filter(
    (row) =>
      row.containerId === seen.containerId ||
      linked.has(row.pid) ||
      own.get(row.pid) === row.start ||
      silos.has(siloOf(row)),
  );
}
