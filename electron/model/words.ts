import type { HostInfo } from "../contract/contract.ts";
import type { Isolation } from "../contract/engine.ts";
import { plural } from "./format.ts";

/** The platform's words for one host. The screens never say "Hyper-V" where it is QEMU. */
export interface Words {
  readonly isolation: Readonly<Record<Isolation, string>>;
  /** How a host process number is called. */
  readonly pid: "PID" | "Id";
  /** One VM of VM isolation, e.g. "micro-VM". */
  readonly vm: string;
  /** What carries VMs and the host alike; null where each VM engine is a program of its own. */
  readonly hypervisor: string | null;
}

/** Before the host has told, the words of the contract itself. */
const UNTOLD: Words = {
  isolation: { process: "Process", hyperv: "VM" },
  pid: "PID",
  vm: "VM",
  hypervisor: null,
};

export function wordsOf(host: HostInfo | undefined): Words {
  if (!host) return UNTOLD;
  const windows = host.platform === "win32";
  return {
    isolation: host.words,
    pid: windows ? "Id" : "PID",
    hypervisor: windows ? "Hypervisor" : null,
    vm: windows ? "utility VM" : inSentence(host.words.hyperv),
  };
}

/** Names keep their capital wherever they stand. */
const NAMES: ReadonlySet<string> = new Set(["Hyper-V", "VM"]);

/** "shared kernel", "micro-VM", "Hyper-V": as the word stands inside a sentence. */
export function inSentence(word: string): string {
  return NAMES.has(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/** What stands on the hypervisor. On Windows the host is itself a partition on it. */
export function vmCountText(platform: HostInfo["platform"], count: number, words: Words): string {
  const vms = plural(count, words.vm);
  return platform === "win32" ? `1 root partition, ${vms}` : vms;
}
