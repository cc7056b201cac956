import { readdir, readFile } from "node:fs/promises";
import { release as runningRelease } from "node:os";
import { dirname, join } from "node:path";
import { fail } from "../failures.ts";
import { parseBzImage } from "./bz-image.ts";
import type { CacheFiles } from "./cache-files.ts";
import { type KernelFiles, kernelsUnder, modulesOf } from "./kernel-candidates.ts";
import { downloadKernel } from "./kernel-download.ts";

export interface KernelSearch {
  readonly cache: CacheFiles;
  /** Only this image, when set. */
  readonly kernelPath: string | null;
  readonly allowDownload: boolean;
  readonly signal: AbortSignal;
  readonly report: (what: string) => void;
  /** The system's root, "/" but for tests. */
  readonly systemRoot?: string;
}

/**
 * Kernels to try, best first, lazily: a download only happens when everything before it was no good. With a set path
 * there is exactly that one.
 */
export async function* kernelCandidates(search: KernelSearch): AsyncGenerator<KernelFiles> {
  if (search.kernelPath !== null) {
    yield await configuredKernel(search.kernelPath, search.systemRoot ?? "/");
    return;
  }
  yield* await cachedKernels(search.cache);
  yield* await kernelsUnder(search.systemRoot ?? "/", "installed on this host", runningRelease());
  if (!search.allowDownload) return;
  search.report("downloading a kernel package (about 27 MB, not installed)");
  const root = await downloadKernel(search.cache, search.signal);
  yield* await kernelsUnder(root, "downloaded package", runningRelease());
}

async function cachedKernels(cache: CacheFiles): Promise<readonly KernelFiles[]> {
  const names: readonly string[] = await readdir(cache.path("kernel")).catch(() => []);
  const roots = names.map((name) =>
    kernelsUnder(cache.path("kernel", name), "downloaded package", runningRelease()),
  );
  return (await Promise.all(roots)).flat();
}

/** Modules are looked for beside the image's folder (as in an unpacked package), then in the system. */
async function configuredKernel(image: string, systemRoot: string): Promise<KernelFiles> {
  const release = parseBzImage(await readImage(image))?.release;
  if (!release) throw unusable(image, "is not a Linux x86 kernel image that names its release");
  const modules =
    (await modulesOf(join(dirname(image), ".."), release)) ?? (await modulesOf(systemRoot, release));
  if (!modules) throw unusable(image, `has no modules: no lib/modules/${release} beside it or on this host`);
  return { release, image, modules, from: "ISOSCOPE_KERNEL" };
}

const readImage = (image: string): Promise<Buffer> =>
  readFile(image).catch((error: Error) => {
    throw unusable(image, `cannot be read: ${error.message}`);
  });

const unusable = (image: string, why: string) =>
  fail({
    code: "unavailable",
    engine: "QEMU micro-VM",
    reason: `The kernel ${image} ${why}`,
    fix: "Correct or unset ISOSCOPE_KERNEL",
  });
