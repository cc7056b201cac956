import { arch } from "node:os";
import type { HostInfo, Machine } from "../contract/contract.ts";
import { buildOf } from "../model/windows-builds.ts";

/** Node's words for what Docker calls otherwise. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** This machine as the rules of isolation ask for it. */
export function machineHere(platform: HostInfo["platform"], release: string): Machine {
  const here = arch();
  return {
    architecture: ARCHITECTURES[here] ?? here,
    windows:
      platform === "win32" ? { build: buildOf(release), revision: null, sku: null, edition: null } : null,
    hypervisor: { usable: null, why: "Nobody has asked." },
    emulates: null,
  };
}
