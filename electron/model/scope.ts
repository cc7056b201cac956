import type { Isolation } from "../contract/engine.ts";
import type { IsoscopeError } from "../contract/errors.ts";
import type { HostProcess, InsideProcess, ProcessIdentity } from "../contract/process.ts";
import type { Kernel, Link, Scope } from "../contract/scope.ts";
import { completeInside, type InsideReading } from "./complete-inside.ts";
import { compareKernels } from "./kernels.ts";
import { findLinks } from "./links.ts";

/** All that was observed of one container at one moment; {@link buildScope} adds nothing to it. */
export interface ScopeObservation {
  readonly key: string;
  /** The container's full id, as the operating system attributes processes to it. */
  readonly containerId: string;
  readonly isolation: Isolation | null;
  /** Host PID of the container's own command, under process isolation. */
  readonly mainHostPid: number | null;
  readonly worker: (ProcessIdentity & { readonly name: string }) | null;
  readonly inside: readonly InsideProcess[];
  readonly insideSource: string;
  readonly insideError: IsoscopeError | null;
  readonly insideAt: number | null;
  /** The container's own view of its start stamps; null when it could not be read. */
  readonly readings: readonly InsideReading[] | null;
  readonly host: readonly HostProcess[];
  readonly hostAt: number;
  readonly hostKernel: Kernel;
  readonly containerKernel: Kernel | null;
}

/** The side-by-side view: a pure function of what engines and the host process table observed. */
export function buildScope(seen: ScopeObservation): Scope {
  const byPid = new Map(seen.host.map((row) => [row.pid, row]));
  const hostByPid = (pid: number) => byPid.get(pid);
  const inside = completeInside(seen.inside, hostByPid, seen.readings);
  const links = findLinks(seen.isolation, inside, hostByPid);
  const workerRow = findWorker(seen.worker, hostByPid);
  const verdict = compareKernels(seen.hostKernel, seen.containerKernel);
  return {
    key: seen.key,
    isolation: seen.isolation,
    mainPid: mainPid(seen, inside),
    inside,
    insideSource: seen.insideSource,
    insideError: seen.insideError,
    related: relatedRows(seen, links, workerRow),
    hostCount: seen.host.length,
    links,
    worker: workerRow
      ? {
          pid: workerRow.pid,
          start: workerRow.start,
          name: seen.worker?.name ?? workerRow.name,
          command: workerRow.command,
        }
      : null,
    hostKernel: seen.hostKernel,
    containerKernel: seen.containerKernel,
    kernels: verdict.kernels,
    kernelEvidence: verdict.evidence,
    insideAt: seen.insideAt,
    hostAt: seen.hostAt,
  };
}

function findWorker(
  worker: ProcessIdentity | null,
  hostByPid: (pid: number) => HostProcess | undefined,
): HostProcess | null {
  const row = worker ? hostByPid(worker.pid) : undefined;
  return row && row.start === worker?.start ? row : null;
}

/** The first process in the container's own namespace is its command; an engine that names a host PID knows better. */
function mainPid(seen: ScopeObservation, inside: readonly InsideProcess[]): number | null {
  const named =
    seen.mainHostPid === null ? undefined : inside.find((row) => row.hostPid === seen.mainHostPid);
  const main = named ?? inside.find((row) => row.pid === 1);
  return main?.pid ?? null;
}

/** Host rows that belong to the container: what the OS attributes to it, what is linked, or the worker. */
function relatedRows(
  seen: ScopeObservation,
  links: readonly Link[],
  worker: HostProcess | null,
): HostProcess[] {
  if (seen.isolation === "hyperv") return worker ? [worker] : [];
  const linked = new Set(links.map((link) => link.hostPid));
  return seen.host.filter((row) => row.containerId === seen.containerId || linked.has(row.pid));
}
