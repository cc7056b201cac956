import { baseImageTag, exactTag } from "../windows-builds.ts";
import type { Remedy } from "./advice.ts";
import type { Asked } from "./decision-row.ts";

/** The oldest build whose images run on newer hosts without a VM. Source: containerd/platforms, "stable ABI". */
export const STABLE_ABI = 20_348;
/** Windows 11 and its build numbers. Below lies Windows 10. */
export const WINDOWS_11 = 22_000;
export const SERVER_2025 = 26_100;
/** Before it, clients have Hyper-V isolation only. */
export const CLIENT_SINCE = 17_763;

const tagRemedy = (tag: string): Remedy => ({
  kind: "use-tag",
  tag,
  label: `Use an image with the tag ${tag}`,
});

/** The base image that this host does run under the isolation; nothing where Microsoft made none. */
export function fittingTag({ host, isolation }: Asked): readonly Remedy[] {
  if (host.build === null) return [];
  if (isolation === "process" && host.sku === "client" && host.build < CLIENT_SINCE) return [];
  const sameBuildOnly = isolation === "process" && host.build < STABLE_ABI;
  const tag = sameBuildOnly ? exactTag(host.build) : (baseImageTag(host.build) ?? exactTag(host.build));
  return tag === null ? [] : [tagRemedy(tag)];
}

const HYPERV_ON_CLIENT: Remedy = {
  kind: "enable-feature",
  feature: "Hyper-V",
  command: "Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V,Containers -All",
  label: "Turn on Hyper-V and restart the host (Windows 10 and 11)",
};
const HYPERV_ON_SERVER: Remedy = {
  kind: "enable-feature",
  feature: "Hyper-V",
  command: "Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart",
  label: "Install the Hyper-V role; the host restarts (Windows Server)",
};
const NESTED: Remedy = {
  kind: "other",
  label:
    "Where this host is a VM: expose virtualization extensions to it on its own host, with Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true while it is off.",
};

/** How Hyper-V is turned on: by the product; both ways where that is not known. */
export function turnOnHyperV({ host }: Asked): readonly Remedy[] {
  const client = host.sku === "server" ? [] : [HYPERV_ON_CLIENT];
  const server = host.sku === "client" ? [] : [HYPERV_ON_SERVER];
  return [...client, ...server, NESTED];
}
