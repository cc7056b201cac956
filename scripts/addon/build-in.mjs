import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The addon's file name on every platform. */
export const ADDON = "isoscope.node";

/**
 * Lets `make` write the addon into a work folder inside `outDir` and puts it in place with its stamp; nothing else is
 * left behind.
 */
export async function buildIn(outDir, stamp, make) {
  await mkdir(outDir, { recursive: true });
  const work = await mkdtemp(join(outDir, "work-"));
  const path = join(outDir, ADDON);
  try {
    await make(work);
    // Renamed into place: a process that has the old one mapped keeps it, and nobody ever loads half a file.
    await rename(join(work, ADDON), path);
    await writeFile(`${path}.stamp`, stamp);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
