import { IsoscopeFailure } from "../contract/failure.ts";
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
}

/**
 * The host process table by the best means this host has; `facts` says which. Reads nothing before somebody watches.
 * Throws `unsupported` on a platform without a provider, and on Windows without the addon.
 */
export function openProcessTable(
  config: ProcessTableConfig,
  { clock, platform = process.platform }: ProcessTableDeps,
): ProcessTable {
  return new LiveProcessTable(providerOf(platform, config), { clock, pollMs: config.pollMs ?? 1000 });
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
