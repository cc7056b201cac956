import type { Machine } from "../../contract/contract.ts";
import { vmRole } from "../../model/vm-processes.ts";
import { buildOf, revisionOf, skuOfBuild } from "../../model/windows-builds.ts";
import { registryValues } from "./registry-values.ts";

const VERSION_KEY = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion`;
const HCS_KEY = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\vmcompute`;

export interface WindowsSources {
  /** `10.0.20348.2113` */
  readonly release: string;
  /** The product type as native code reads it; null where the addon does not load. */
  readonly product: "server" | "client" | null;
  /** What `reg.exe query KEY` prints; null when there is no such key. Rejects when that is not known. */
  readonly query: (key: string) => Promise<string | null>;
  /** Names of the processes that run now. */
  readonly processNames: () => Promise<readonly string[]>;
}

type WindowsFacts = Pick<Machine, "windows" | "hypervisor">;

/** Windows as the rules of isolation ask for it. Never rejects: what cannot be read is not known. */
export async function windowsMachine(sources: WindowsSources): Promise<WindowsFacts> {
  const [values, hypervisor] = await Promise.all([versionValues(sources), readHypervisor(sources)]);
  const { release, product } = sources;
  const build = buildOf(release) ?? wholeNumber(values.get("currentbuild"));
  return {
    windows: {
      build,
      revision: revisionOf(release),
      sku:
        product ??
        skuOfInstallation(values.get("installationtype")) ??
        (build === null ? null : skuOfBuild(build)),
      edition: values.get("editionid") || null,
    },
    hypervisor,
  };
}

async function versionValues({ query }: WindowsSources): Promise<ReadonlyMap<string, string>> {
  const text = await query(VERSION_KEY).catch(() => null);
  return registryValues(text ?? "");
}

/** `Client`, `Server`, `Server Core`, `Nano Server` */
function skuOfInstallation(type: string | undefined): "server" | "client" | null {
  if (type === undefined || type === "") return null;
  return /server/i.test(type) ? "server" : "client";
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;

/** A worker process proves a hypervisor, a host without the Host Compute Service has none to offer; else a start shows it. */
async function readHypervisor({ query, processNames }: WindowsSources): Promise<Machine["hypervisor"]> {
  const names = await processNames().catch(() => []);
  if (names.some((name) => vmRole(name) === "worker"))
    return { usable: true, why: "A worker process (vmwp) runs, so a VM does." };
  const service = await query(HCS_KEY).catch(() => undefined);
  if (service === null)
    return { usable: false, why: "The Host Compute Service (vmcompute) is not installed." };
  return { usable: null, why: "Only a start shows whether the hypervisor runs." };
}
