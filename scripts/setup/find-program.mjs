// @ts-check
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** Daemons and file system tools live here, and are not on an ordinary user's PATH. */
const SYSTEM_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/**
 * Where a program is, or null. Looks beyond PATH into the system folders.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findProgram(name, env = process.env) {
  const folders = [...(env.PATH ?? "").split(path.delimiter), ...SYSTEM_FOLDERS];
  const names = process.platform === "win32" ? [`${name}.exe`, `${name}.cmd`] : [name];
  const candidates = folders
    .filter(Boolean)
    .flatMap((folder) => names.map((file) => path.join(folder, file)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(/** @type {string} */ file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
