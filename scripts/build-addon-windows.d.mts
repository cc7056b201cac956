import type { BuildAddonOptions } from "./build-addon.mjs";

/**
 * Cross-compiles `isoscope.node` for Windows (x64), by default into `native/build/win32-x64`, unless the one there is of
 * the same sources and flags. Throws `AddonBuildError`.
 */
export function buildWindowsAddon(
  options?: BuildAddonOptions,
): Promise<{ readonly path: string; readonly built: boolean }>;
