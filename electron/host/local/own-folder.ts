import { lstatSync, mkdirSync } from "node:fs";

/**
 * Whether a folder is this user's alone to change. Below a shared one (`/tmp`) somebody else may have made it first, to
 * have our secrets told to them.
 */
export function isOwnFolder(path: string): boolean {
  const uid = process.getuid?.();
  try {
    const entry = lstatSync(path);
    // Windows has no such bits: a user's own application data are readable by that user.
    return entry.isDirectory() && (uid === undefined || (entry.uid === uid && (entry.mode & 0o022) === 0));
  } catch {
    return false;
  }
}

/** Makes it where it is missing; false when it is somebody else's. Throws what the file system says. */
export function ensureOwnFolder(path: string): boolean {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return isOwnFolder(path);
}
