import type { Isolation } from "../../contract/engine.ts";
import type { Properties } from "./documents/properties.ts";

export interface IsolationVerdict {
  readonly isolation: Isolation | null;
  readonly evidence: string;
  /**
   * GUID of the VM whose worker process is to be found. Under unknown isolation a candidate: what a process-isolated
   * container has as its RuntimeId is not documented, so only a worker process of that GUID makes it a VM.
   */
  readonly vm: string | null;
}

const NO_GUID = "00000000-0000-0000-0000-000000000000";

/** What the system itself tells of its isolation. What the host's processes tell is added by whoever sees them. */
export function isolationOf(system: Properties, all: ReadonlyMap<string, Properties>): IsolationVerdict {
  const { SystemType, HostingSystemId } = system;
  if (SystemType === "VirtualMachine") {
    return { isolation: "hyperv", evidence: "The Host Compute Service lists it as a VM.", vm: vmOf(system) };
  }
  if (HostingSystemId) {
    const vm = vmOf(all.get(HostingSystemId) ?? system);
    return { isolation: "hyperv", evidence: `It runs in the utility VM ${HostingSystemId}.`, vm };
  }
  const evidence =
    "The Host Compute Service does not tell a container's isolation; the host's processes and its maker do.";
  return { isolation: null, evidence, vm: vmOf(system) };
}

function vmOf({ RuntimeId }: Properties): string | null {
  const id = RuntimeId?.replace(/[{}]/g, "") ?? "";
  return id === "" || id === NO_GUID ? null : id;
}
