import { release } from "node:os";
import type { Addon } from "../../../native/index.ts";
import type { Kernel } from "../../contract/scope.ts";

/**
 * This Windows' kernel, e.g. release `10.0.20348.2700`. Windows has no boot id. Without the addon's answer it is what
 * Node knows, which lacks the revision and the boot.
 */
export function windowsKernel(addon: Pick<Addon, "windowsVersion">): Kernel {
  const version = addon.windowsVersion?.();
  if (!version) return { release: release(), bootedAt: null, bootId: null };
  const { major, minor, build, revision, bootedAt } = version;
  const parts = revision === null ? [major, minor, build] : [major, minor, build, revision];
  return { release: parts.join("."), bootedAt, bootId: null };
}
