import { availableParallelism, hostname } from "node:os";
import type { HostInfo, Machine } from "../contract/contract.ts";
import type { ProcessTable } from "../processes/process-table.ts";

/** The platform's own words: on Linux nothing is Hyper-V. */
const WORDS: Readonly<Record<HostInfo["platform"], HostInfo["words"]>> = {
  linux: { process: "Shared kernel", hyperv: "Micro-VM" },
  win32: { process: "Process", hyperv: "Hyper-V" },
  darwin: { process: "Shared kernel", hyperv: "Micro-VM" },
};

export interface HostFacts {
  readonly appVersion: string;
  readonly demo: HostInfo["demo"];
  readonly machine: Machine;
}

export function hostInfo(processes: ProcessTable, facts: HostFacts): HostInfo {
  const platform = knownPlatform(process.platform);
  return {
    hostName: hostname(),
    platform,
    kernel: processes.kernel,
    machine: facts.machine,
    appVersion: facts.appVersion,
    elevated: isElevated(),
    cpus: availableParallelism(),
    words: WORDS[platform],
    births: processes.facts.births,
    processReader: processes.facts.reader,
    demo: facts.demo,
  };
}

/** Windows has no user number, and says only to native code what a process may. */
function isElevated(): boolean | null {
  return process.getuid ? process.getuid() === 0 : null;
}

export function knownPlatform(platform: NodeJS.Platform): HostInfo["platform"] {
  return platform === "win32" || platform === "darwin" ? platform : "linux";
}
