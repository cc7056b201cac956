import { chmod, mkdir, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail } from "../failures.ts";
import type { CacheFiles } from "./cache-files.ts";
import { runTool } from "./run-tool.ts";

/** Metapackages to try, the leanest kernel first (Debian, then Ubuntu). */
const METAPACKAGES = ["linux-image-cloud-amd64", "linux-image-virtual", "linux-image-amd64"];

/** The kernel package a metapackage stands for, from the output of `apt-cache depends`. */
export function dependencyIn(output: string): string | null {
  return /^\s*Depends: (linux-image-\d\S*)$/m.exec(output)?.[1] ?? null;
}

async function resolvePackage(signal: AbortSignal): Promise<string> {
  for (const metapackage of METAPACKAGES) {
    const output = await runTool(["apt-cache", "depends", metapackage], { signal }).catch(() => "");
    const found = dependencyIn(output);
    if (found) return found;
    signal.throwIfAborted();
  }
  throw fail({
    code: "unavailable",
    engine: "QEMU micro-VM",
    reason: "No Linux kernel to boot: none is installed, and apt knows no kernel package",
    fix: "apt-get update, or set ISOSCOPE_KERNEL to a kernel image",
  });
}

/** Ubuntu keeps the modules in a package of their own. */
const modulePackages = (image: string): readonly string[] =>
  /-(?:generic|virtual|kvm)$/.test(image) ? [image.replace("linux-image-", "linux-modules-")] : [];

/**
 * Fetches a kernel package and unpacks it into the cache at `kernel/<package>`, without installing anything or needing
 * rights. Resolves with that folder, laid out like a system's root.
 */
export async function downloadKernel(cache: CacheFiles, signal: AbortSignal): Promise<string> {
  const image = await resolvePackage(signal);
  const target = cache.path("kernel", image);
  await cache.withTemporary(async (folder) => {
    const unpacked = join(folder, "unpacked");
    await mkdir(unpacked);
    await runTool(["apt-get", "download", image, ...modulePackages(image)], { signal, cwd: folder });
    const packages = (await readdir(folder)).filter((name) => name.endsWith(".deb"));
    for (const name of packages) await runTool(["dpkg-deb", "-x", join(folder, name), unpacked], { signal });
    await chmod(unpacked, 0o755);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(unpacked, target).catch(acceptOther);
  });
  return target;
}

/** Another app put the same package there first. */
function acceptOther(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
}
