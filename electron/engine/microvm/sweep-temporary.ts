import { readdir, rm } from "node:fs/promises";
import type { CacheFiles } from "./cache-files.ts";
import { isAlive } from "./process-identity.ts";

/** Whether a temporary folder (`<pid>-<start>-<random>`) was made by an app that is gone. */
export function isLeftOver(name: string): boolean {
  const [, pid, start] = /^(\d+)-(\d+)-/.exec(name) ?? [];
  return pid !== undefined && start !== undefined && !isAlive({ pid: Number(pid), start });
}

/** Removes unfinished work of apps that are gone. Returns how many folders went. */
export async function sweepTemporary(cache: CacheFiles): Promise<number> {
  const names: readonly string[] = await readdir(cache.path("tmp")).catch(() => []);
  const left = names.filter(isLeftOver);
  await Promise.all(left.map((name) => rm(cache.path("tmp", name), { recursive: true, force: true })));
  return left.length;
}
