import { IsoscopeFailure } from "../contract/failure.ts";
import type { Clock } from "../engine/engine.ts";
import { type LinuxProviderOptions, linuxProvider } from "./linux/linux-provider.ts";
import { LiveProcessTable } from "./live-process-table.ts";
import type { ProcessTable } from "./process-table.ts";

export interface ProcessTableConfig extends LinuxProviderOptions {
  /** Between two readings of everything, while somebody watches. Default 1000. */
  readonly pollMs?: number;
}

export interface ProcessTableDeps {
  readonly clock: Clock;
  readonly platform?: NodeJS.Platform;
}

/**
 * The host process table by the best means this host has; `facts` says which. Reads nothing before somebody watches.
 * Throws `unsupported` on a platform without a provider.
 */
export function openProcessTable(
  config: ProcessTableConfig,
  { clock, platform = process.platform }: ProcessTableDeps,
): ProcessTable {
  if (platform !== "linux") {
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: "host process table",
      reason: `Isoscope cannot read the processes of a ${platform} host yet.`,
    });
  }
  return new LiveProcessTable(linuxProvider(config), { clock, pollMs: config.pollMs ?? 1000 });
}
