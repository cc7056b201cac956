import { QEMU } from "../../engine/microvm/qemu-args.ts";
import type { Gatherers } from "../../fleet/doctor/gather.ts";
import { built } from "../native-parts.ts";
import { capture } from "./capture.ts";
import { commonGatherers, type DoctorSources } from "./common-gatherers.ts";
import { readKvmDevice, tryKvm } from "./kvm-facts.ts";
import { readLinuxPerson } from "./linux-person.ts";
import {
  readCgroups,
  readDistribution,
  readGuestAgent,
  readGuestKernels,
  readKernel,
  readNamespaces,
  readOpenFiles,
} from "./linux-system.ts";
import { readProcessor } from "./processor.ts";
import { readPrograms } from "./programs.ts";

/** All that Linux tells without rights, and what root adds. */
export function linuxGatherers(sources: DoctorSources): Gatherers {
  const { paths, clock } = sources;
  return {
    ...commonGatherers(sources, "/var/lib/docker"),
    person: { read: () => readLinuxPerson() },
    programs: { read: () => readPrograms() },
    qemuVersion: { read: async (signal) => firstLine(await capture([QEMU, "--version"], signal)) },
    processor: { read: () => readProcessor() },
    kvmDevice: { read: () => readKvmDevice() },
    kvmProbe: { read: () => tryKvm(built("kvm-probe.bin"), clock) },
    guestKernels: {
      read: (signal) => readGuestKernels(paths.cache, process.env.ISOSCOPE_KERNEL ?? null, signal),
    },
    guestAgent: { read: () => readGuestAgent(built("guest-agent")) },
    distribution: { read: () => readDistribution() },
    kernel: { read: () => readKernel() },
    cgroups: { read: () => readCgroups() },
    namespaces: { read: () => readNamespaces() },
    openFiles: { read: () => readOpenFiles() },
  };
}

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";
