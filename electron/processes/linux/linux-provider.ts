import { type Addon, AddonLoadError, loadAddon } from "../../../native/index.ts";
import { type BirthEvents, nativeBirthEvents } from "../birth-events.ts";
import type { ProcessProvider } from "../live-process-table.ts";
import { NativeProcessReader } from "../native-reader.ts";
import { PasswdNames } from "./passwd-names.ts";
import { ProcReader } from "./proc-reader.ts";
import { readKernel } from "./read-kernel.ts";
import { readSystemConstants } from "./system-constants.ts";

export interface LinuxProviderOptions {
  /** Where the addon may lie, best first; the JavaScript reader is used when none loads. */
  readonly addonPaths: readonly string[];
  readonly procRoot?: string;
  readonly passwdPath?: string;
}

/** The best reader and the best source of births this host allows, found by trying. Waits up to 250 ms. */
export function linuxProvider({ addonPaths, procRoot, passwdPath }: LinuxProviderOptions): ProcessProvider {
  const notes: string[] = [];
  const addon = tryAddon(addonPaths, notes);
  const kernel = readKernel(procRoot);
  const { msPerTick } = readSystemConstants(procRoot);
  const owners = new PasswdNames(passwdPath);
  owners.refresh();
  return {
    name: addon ? "native" : "proc",
    reader: addon ? new NativeProcessReader(addon, procRoot ? { procRoot } : {}) : new ProcReader(procRoot),
    births: addon ? tryBirths(addon, notes) : null,
    owners,
    kernel,
    startedAt: ({ start, unreadable }) =>
      kernel.bootedAt === null || unreadable !== null ? null : kernel.bootedAt + Number(start) * msPerTick,
    notes,
  };
}

function tryAddon(paths: readonly string[], notes: string[]): Addon | null {
  try {
    return loadAddon(paths);
  } catch (thrown) {
    if (!(thrown instanceof AddonLoadError)) throw thrown;
    notes.push(`Processes are read in JavaScript: ${thrown.message}`);
    notes.push("Births and deaths are found by polling: the kernel's process events need the native addon.");
    return null;
  }
}

/** Listens once, which proves by a real event that the kernel tells this process of others. */
function tryBirths(addon: Addon, notes: string[]): BirthEvents | null {
  const events = nativeBirthEvents(addon);
  try {
    events.start(() => {});
    events.stop();
    return events;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    notes.push(`Births and deaths are found by polling: ${reason}`);
    return null;
  }
}
