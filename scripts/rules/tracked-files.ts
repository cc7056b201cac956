import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../setup/root.mjs";

export interface TrackedFile {
  readonly name: string;
  readonly text: string;
}

/** Every file that git tracks and the disk has, as text. */
export function trackedFiles(): readonly TrackedFile[] {
  const names = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");
  return names
    .filter((name) => name !== "" && existsSync(path.join(ROOT, name)))
    .map((name) => ({ name, text: readFileSync(path.join(ROOT, name), "utf8") }));
}
