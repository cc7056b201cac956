import { mkdir, mkdtemp, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { identify } from "./process-identity.ts";

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * A folder of things that can be made again. Everything in it appears whole, by a rename, and never changes; work in
 * progress is below `tmp` under its maker's PID and start stamp, so that a later start can tell what was left behind.
 */
export class CacheFiles {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  /** Runs `work` with a fresh private folder that is gone afterwards, also on failure. */
  async withTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const owner = identify(process.pid);
    const parent = this.path("tmp");
    await mkdir(parent, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(parent, `${process.pid}-${owner?.start ?? 0}-`));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The file's path; when it is not there yet, `make` writes it to the path it is given. */
  async file(name: string, make: (path: string, folder: string) => Promise<void>): Promise<string> {
    const target = this.path(name);
    if (await exists(target)) return target;
    await this.withTemporary(async (folder) => {
      const made = join(folder, "made");
      await make(made, folder);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await syncFile(made);
      await rename(made, target);
    });
    return target;
  }
}

/** A file that was renamed before it reached the disk could be empty after a power cut, and would stay so. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync().finally(() => handle.close());
}
