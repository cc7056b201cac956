import { readFileSync, statSync } from "node:fs";
import type { OwnerNames } from "../owner-names.ts";

/**
 * User names from `/etc/passwd`, read again when the file changes. A uid that is not in it (a user of a directory
 * service, or of a container) is shown as its number.
 */
export class PasswdNames implements OwnerNames {
  readonly #path: string;
  #names: ReadonlyMap<string, string> = new Map();
  #version = "";

  constructor(path = "/etc/passwd") {
    this.#path = path;
  }

  nameOf(owner: string): string {
    return this.#names.get(owner) ?? owner;
  }

  refresh(): boolean {
    try {
      // The inode too: tools replace the file, perhaps twice within the time stamp's grain.
      const { mtimeMs, ino, size } = statSync(this.#path);
      const version = `${mtimeMs}:${ino}:${size}`;
      if (version === this.#version) return false;
      this.#names = parsePasswd(readFileSync(this.#path, "utf8"));
      this.#version = version;
      return true;
    } catch {
      return false;
    }
  }
}

/** The first name of each uid, as the C library answers. */
export function parsePasswd(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [name, , uid] = line.split(":");
    if (name && uid && !line.startsWith("#") && !names.has(uid)) names.set(uid, name);
  }
  return names;
}
