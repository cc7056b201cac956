import { fileURLToPath } from "node:url";

/** Where a native part lies: from the bundle in `dist/electron`, as from the sources, they are two folders up. */
export const built = (name: string): string =>
  fileURLToPath(new URL(`../../native/build/${name}`, import.meta.url));

/** Where the addon may lie, best first. One that was cross-compiled has a folder of its own. */
export function addonPaths(platform: NodeJS.Platform): readonly string[] {
  const own = built("isoscope.node");
  return platform === "win32" ? [own, built("win32-x64/isoscope.node")] : [own];
}
