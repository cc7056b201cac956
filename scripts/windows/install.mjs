// @ts-check
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { BUILT } from "./build-standin.mjs";

/** @typedef {"current" | "1809" | "none"} Surface what of HCS there is */

const DLLS = ["computecore.dll", "vmcompute.dll"];

/**
 * Puts the stand-in's DLLs where Windows has its own, and the programs of its containers beside them.
 * @param {import("./prefix.mjs").Prefix} prefix
 * @param {Surface} surface
 */
export function installStandin(prefix, surface) {
  // Wine has neither of its own.
  for (const name of DLLS) rmSync(path.join(prefix.system32, name), { force: true });
  if (surface !== "none") copyAll(BUILT[surface], prefix.system32);
  copyAll(BUILT.programs, path.join(prefix.path, "drive_c", "hcs-standin"));
}

/** @param {string} from @param {string} to */
function copyAll(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyFileSync(path.join(from, name), path.join(to, name));
}
