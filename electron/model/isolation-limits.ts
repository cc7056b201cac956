import type { Capability, Isolation } from "../contract/engine.ts";

/** Why an isolation cannot do something; null where it can. */
type Limits = Readonly<Record<Isolation, string | null>>;

/**
 * What each isolation refuses on Windows. Source: moby's `*_windows.go` checks and Microsoft's pages on isolation modes.
 * Not the same on Linux, where a VM runtime shares none of these limits.
 */
export const WINDOWS_LIMITS = {
  pause: {
    process: "Windows cannot pause containers under process isolation; under Hyper-V isolation it can.",
    hyperv: null,
  },
  /** `docker cp` and the archive calls, while it runs. */
  copyWhileRunning: {
    process: null,
    hyperv: "The files of a running container under Hyper-V isolation are inside its VM: stop it to copy.",
  },
  /** `--network container:…`, on either side. */
  networkOfAnother: {
    process: null,
    hyperv: "A container under Hyper-V isolation cannot share its network with another one.",
  },
  devices: {
    process: null,
    hyperv: "Windows gives host devices only to containers under process isolation.",
  },
  /** A CPU count, a weight and a maximum at once. */
  combinedCpuLimits: {
    process:
      "Under process isolation one CPU limit holds: count before weight before maximum, the others are dropped.",
    hyperv: null,
  },
  /** The container's PIDs are the host's. */
  hostPids: {
    process: null,
    hyperv: "The processes run in a VM with PIDs of its own; the host has only the worker process.",
  },
} as const satisfies Readonly<Record<string, Limits>>;

export type LimitedOnWindows = keyof typeof WINDOWS_LIMITS;

/** Whether a Windows container of this isolation can do it. With the isolation unknown Windows itself has to answer. */
export function windowsCapability(what: LimitedOnWindows, isolation: Isolation | null): Capability {
  const reason = isolation === null ? null : WINDOWS_LIMITS[what][isolation];
  return reason === null ? { can: true } : { can: false, reason };
}
