import type { Isolation } from "../contract/engine.ts";
import type { HostProcess, InsideProcess } from "../contract/process.ts";
import type { Kernel, Link } from "../contract/scope.ts";
import { compareKernels, type KernelVerdict } from "./kernels.ts";
import type { VmProcesses } from "./vm-processes.ts";

/** The utility VM of a container: what the Host Compute Service calls it, and what the host shows of it. */
export interface VmObservation {
  readonly runtimeId: string;
  readonly processes: VmProcesses;
}

export interface WindowsKernelFacts {
  readonly isolation: Isolation | null;
  readonly inside: readonly InsideProcess[];
  readonly links: readonly Link[];
  readonly hostByPid: (pid: number) => HostProcess | undefined;
  readonly hostKernel: Kernel;
  /** What the engine read of the guest's kernel; null when nothing. */
  readonly guestKernel: Kernel | null;
  readonly vm: VmObservation | null;
}

const unknown = (evidence: string): KernelVerdict => ({ kernels: "unknown", evidence });

/**
 * Windows has no boot id. What shows one kernel is a process that both sides list with the same PID and start; what
 * shows two is a utility VM with a worker process of its own, none of whose processes the host lists.
 */
export function windowsKernels(facts: WindowsKernelFacts): KernelVerdict {
  const proof = facts.links.find(({ certainty }) => certainty === "proven");
  if (proof) {
    const evidence = `PID ${proof.hostPid} is in both lists with the same start time: one kernel keeps both`;
    return { kernels: "shared", evidence };
  }
  if (facts.isolation === "hyperv") return ownKernel(facts);
  return unknown("No process could be shown to be in both lists.");
}

function ownKernel({ guestKernel, hostKernel, vm, inside, hostByPid }: WindowsKernelFacts): KernelVerdict {
  const read = guestKernel ? compareKernels(hostKernel, guestKernel) : null;
  if (read?.kernels === "separate") return read;
  if (!vm) return unknown("The container's VM is not known: the Host Compute Service did not name it.");
  const { worker, why } = vm.processes;
  if (!worker) return unknown(`The worker process of VM ${vm.runtimeId} is not known. ${why}`);
  const stamped = inside.filter((row) => row.pid !== null && row.start !== null);
  if (stamped.length === 0) return unknown("No process inside could be read with its start time.");
  const onHost = stamped.find((row) => row.pid !== null && hostByPid(row.pid)?.start === row.start);
  if (onHost) return unknown(`PID ${onHost.pid} is in both lists with the same start time.`);
  return {
    kernels: "separate",
    evidence:
      `Utility VM ${vm.runtimeId}: ${worker.name} ${worker.pid} ${worker.evidence}. ` +
      `The host has no row for ${stamped.length === 1 ? "the process" : `any of the ${stamped.length} processes`} inside.`,
  };
}
