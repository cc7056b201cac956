import type { Kernel } from "../contract/scope.ts";

export interface KernelVerdict {
  readonly kernels: "shared" | "separate" | "unknown";
  readonly evidence: string;
}

/** Boot times are derived from a clock in whole seconds on either side, so equal boots may differ by this much. */
const SAME_BOOT_MS = 2_000;

/**
 * Whether two readings are of one kernel. The release alone proves nothing: the same build can run twice. A boot id
 * decides; without one the boot time does; without either only differing releases say anything.
 */
export function compareKernels(host: Kernel, inside: Kernel | null): KernelVerdict {
  if (!inside) return { kernels: "unknown", evidence: "The container's kernel could not be read." };
  if (host.bootId !== null && inside.bootId !== null) {
    return host.bootId === inside.bootId
      ? { kernels: "shared", evidence: `Both sides read boot id ${host.bootId}` }
      : { kernels: "separate", evidence: `Boot id ${inside.bootId} inside, ${host.bootId} on the host` };
  }
  if (host.release !== inside.release) {
    return { kernels: "separate", evidence: `Release ${inside.release} inside, ${host.release} on the host` };
  }
  if (host.bootedAt !== null && inside.bootedAt !== null) {
    return Math.abs(host.bootedAt - inside.bootedAt) <= SAME_BOOT_MS
      ? { kernels: "shared", evidence: "Release and boot time match" }
      : { kernels: "separate", evidence: "The boot times differ" };
  }
  return { kernels: "unknown", evidence: "Neither boot id nor boot time could be read from both sides." };
}
