import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { NATIVE, PACKAGES } from "./folders.mjs";

/** Says of what an addon was built: the sources, the headers of others, and `parts` (recipe, flags). */
export async function stampOf(...parts) {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(parts));
  for (const file of await filesBelow(join(NATIVE, "src"))) hash.update(file).update(await readFile(file));
  for (const file of PACKAGES) hash.update(await readFile(file));
  return hash.digest("hex");
}

/** Whether the addon at `path` was built of what `stamp` says. */
export async function isCurrent(path, stamp) {
  try {
    const [known] = await Promise.all([readFile(`${path}.stamp`, "utf8"), readFile(path)]);
    return known === stamp;
  } catch {
    return false;
  }
}

async function filesBelow(directory) {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
