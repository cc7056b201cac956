import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** Debian keeps dockerd where an ordinary user's PATH does not look. */
const EVERYWHERE = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin"];

/** The full path of an installed dockerd; null when there is none. */
export function findDockerd(path: string | undefined): string | null {
  const directories = [...(path ?? "").split(":").filter((each) => each.startsWith("/")), ...EVERYWHERE];
  return directories.map((each) => join(each, "dockerd")).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
