import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";

/** Not every user's PATH has these, and mke2fs lives there. */
const SYSTEM = ["/usr/sbin", "/sbin"];

/** The full path of a program, or null. */
export async function findProgram(name: string, path = process.env.PATH ?? ""): Promise<string | null> {
  for (const folder of [...path.split(":"), ...SYSTEM]) {
    if (folder === "") continue;
    const file = join(folder, name);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return null;
}
