import { arch } from "node:os";
import { loadAddon } from "../../../native/index.ts";
import type { HostInfo, Machine } from "../../contract/contract.ts";
import type { ProcessTable } from "../../processes/process-table.ts";
import { readKvmDevice } from "../doctor/kvm-facts.ts";
import { readProcessor } from "../doctor/processor.ts";
import { addonPaths } from "../native-parts.ts";
import { dockerArchitecture } from "./architecture.ts";
import { emulatedArchitectures } from "./emulated-architectures.ts";
import { kvmByFacts } from "./linux-hypervisor.ts";
import { queryRegistry } from "./query-registry.ts";
import { windowsMachine } from "./windows-machine.ts";

/** This machine as the rules of isolation ask for it. */
export interface MachineFacts {
  /** What is known by now. */
  readonly current: Machine;
  /** Reads it anew. Takes a moment; never rejects. */
  read(): Promise<Machine>;
}

type Readings = Omit<Machine, "architecture">;

const NOT_READ: Readings = {
  windows: null,
  hypervisor: { usable: null, why: "Nobody has looked yet." },
  emulates: null,
};

export function openMachine(platform: HostInfo["platform"], processes: ProcessTable): MachineFacts {
  const architecture = dockerArchitecture(arch());
  let current: Machine = { architecture, ...NOT_READ };
  const reader = READERS[platform];
  return {
    get current() {
      return current;
    },
    read: async () => {
      const readings = await reader(processes).catch(() => NOT_READ);
      current = { architecture, ...readings };
      return current;
    },
  };
}

const READERS: Readonly<Record<HostInfo["platform"], (processes: ProcessTable) => Promise<Readings>>> = {
  linux: readLinux,
  win32: readWindows,
  darwin: async () => ({
    ...NOT_READ,
    hypervisor: { usable: null, why: "Isoscope knows no hypervisor of macOS." },
  }),
};

async function readLinux(): Promise<Readings> {
  const [device, processor, emulates] = await Promise.all([
    readKvmDevice(),
    readProcessor(),
    emulatedArchitectures(),
  ]);
  return { windows: null, hypervisor: kvmByFacts(device, processor), emulates };
}

async function readWindows(processes: ProcessTable): Promise<Readings> {
  const facts = await windowsMachine({
    release: processes.kernel.release,
    product: productType(),
    query: queryRegistry,
    processNames: async () => (await processes.sample()).rows.map(({ name }) => name),
  });
  return { ...facts, emulates: null };
}

function productType(): "server" | "client" | null {
  try {
    return loadAddon(addonPaths("win32")).windowsVersion?.().product ?? null;
  } catch {
    return null;
  }
}
