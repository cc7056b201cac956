import { type Addon, AddonLoadError, loadAddon } from "../../../native/index.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ProcessProvider } from "../live-process-table.ts";
import { NativeProcessReader } from "../native-reader.ts";
import { fileTimeMs } from "./file-time.ts";
import { windowsKernel } from "./windows-kernel.ts";

export interface WindowsProviderOptions {
  /** Where the addon may lie, best first. */
  readonly addonPaths: readonly string[];
  /** Default loads the file. */
  readonly load?: (paths: readonly string[]) => Addon;
}

const POLLING =
  "Births and deaths are found by polling: Windows announces them only to tracing sessions of administrators.";

/**
 * The process table of Windows, which only the addon can read. Throws `unsupported` where none loads. The owner it tells
 * is the account's name already.
 */
export function windowsProvider({ addonPaths, load = loadAddon }: WindowsProviderOptions): ProcessProvider {
  const addon = requireAddon(addonPaths, load);
  return {
    name: "native",
    reader: new NativeProcessReader(addon),
    births: null,
    owners: { nameOf: (owner) => owner, refresh: () => false },
    kernel: windowsKernel(addon),
    startedAt: ({ start }) => fileTimeMs(start),
    notes: [POLLING],
  };
}

function requireAddon(paths: readonly string[], load: (paths: readonly string[]) => Addon): Addon {
  try {
    return load(paths);
  } catch (thrown) {
    if (!(thrown instanceof AddonLoadError)) throw thrown;
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: "host process table",
      reason: "Windows tells its processes only to Isoscope's native addon, which could not be loaded.",
      fix: "Install Isoscope again, or build the addon with node-gyp in the folder native. Without it containers can be launched and managed, but their processes on the host are not shown.",
      detail: thrown.message,
    });
  }
}
