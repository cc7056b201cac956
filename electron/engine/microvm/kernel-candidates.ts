import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "./cache-files.ts";

/** A kernel image with the modules that belong to it. */
export interface KernelFiles {
  readonly release: string;
  readonly image: string;
  /** `/lib/modules/<release>` */
  readonly modules: string;
  /** Where it is from, in words for the status. */
  readonly from: string;
}

const MODULE_ROOTS = ["lib/modules", "usr/lib/modules"];

const list = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

/** The module folder of a release below `root`, or null. */
export async function modulesOf(root: string, release: string): Promise<string | null> {
  for (const folder of MODULE_ROOTS) {
    const path = join(root, folder, release);
    if (await exists(join(path, "kernel"))) return path;
  }
  return null;
}

async function imagesUnder(root: string): Promise<readonly (readonly [release: string, image: string])[]> {
  const boot = (await list(join(root, "boot"))).filter((name) => name.startsWith("vmlinuz-"));
  const found = boot.map((name) => [name.slice("vmlinuz-".length), join(root, "boot", name)] as const);
  for (const folder of MODULE_ROOTS) {
    for (const release of await list(join(root, folder))) {
      const image = join(root, folder, release, "vmlinuz");
      if (await exists(image)) found.push([release, image]);
    }
  }
  return found;
}

/** Every kernel below a root (a system's "/" or an unpacked package), best first. */
export async function kernelsUnder(
  root: string,
  from: string,
  running: string,
): Promise<readonly KernelFiles[]> {
  const kernels: KernelFiles[] = [];
  for (const [release, image] of await imagesUnder(root)) {
    const modules = await modulesOf(root, release);
    if (modules) kernels.push({ release, image, modules, from });
  }
  return kernels.sort((a, b) => byFitness(a.release, b.release, running));
}

/** Kernels made for virtual machines boot fastest; then the one that runs here, which is known to work; then the newest. */
export function byFitness(a: string, b: string, running: string): number {
  const rank = (release: string) =>
    (/-(?:cloud|virt|kvm)/.test(release) ? 2 : 0) + (release === running ? 1 : 0);
  return rank(b) - rank(a) || b.localeCompare(a, "en", { numeric: true });
}
