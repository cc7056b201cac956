import { access, mkdtemp, rmdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FolderFact, SpaceFact } from "../../model/doctor/facts.ts";

export interface Place {
  readonly role: string;
  readonly path: string;
}

/** The folder, or the nearest above it that is there. */
async function nearest(path: string): Promise<string> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  const above = dirname(path);
  return there || above === path ? path : nearest(above);
}

/** Rejects when none of the places can be asked. */
export async function readSpaces(places: readonly Place[]): Promise<readonly SpaceFact[]> {
  return Promise.all(
    places.map(async ({ role, path }) => {
      const { bavail, blocks, bsize } = await statfs(await nearest(path));
      return { role, path, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    }),
  );
}

/** Tries each by making a folder there and removing it: what rights alone say may be wrong. */
export async function readFolders(places: readonly Place[]): Promise<readonly FolderFact[]> {
  return Promise.all(places.map(tryFolder));
}

async function tryFolder({ role, path }: Place): Promise<FolderFact> {
  const folder = await nearest(path);
  const where = folder === path ? "writable" : `can be made in ${folder}`;
  try {
    await rmdir(await mkdtemp(join(folder, ".isoscope-doctor-")));
    return { role, path, writable: true, detail: where };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return { role, path, writable: false, detail };
  }
}
