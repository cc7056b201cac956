import { IsoscopeFailure } from "../contract/failure.ts";
import type { RequestMeter } from "../contract/request-meter.ts";
import type { Clock } from "../engine/engine.ts";
import { type LinuxProviderOptions, linuxProvider } from "./linux/linux-provider.ts";
import { LiveProcessTable, type ProcessProvider } from "./live-process-table.ts";
import type { ProcessTable } from "./process-table.ts";
import { windowsProvider } from "./windows/windows-provider.ts";

export interface ProcessTableConfig extends LinuxProviderOptions {
  /** Between two readings of everything, while somebody watches. Default 1000. */
  readonly pollMs?: number;
}

export interface ProcessTableDeps {
  readonly clock: Clock;
  readonly platform?: NodeJS.Platform;
  readonly meter?: RequestMeter;
}

/**
 * The host process table by the best means this host has; `facts` says which. Reads nothing before somebody watches.
 * Throws `unsupported` on a platform without a provider, and on Windows without the addon.
 */
export function openProcessTable(
  config: ProcessTableConfig,
  { clock, platform = process.platform, meter }: ProcessTableDeps,
): ProcessTable {
  const options = { clock, pollMs: config.pollMs ?? 1000, ...(meter ? { meter } : {}) };
  return new LiveProcessTable(providerOf(platform, config), options);
}

function providerOf(platform: NodeJS.Platform, config: ProcessTableConfig): ProcessProvider {
  switch (platform) {
    case "linux":
      return linuxProvider(config);
    case "win32":
      return windowsProvider({ addonPaths: config.addonPaths });
    default:
      throw new IsoscopeFailure({
        code: "unsupported",
        capability: "host process table",
        reason: `Isoscope cannot read the processes of a ${platform} host yet.`,
      });
  }
}
