import { summarise, toIsoscopeError } from "../../contract/errors.ts";
import { fail } from "../failures.ts";
import type { CacheFiles } from "./cache-files.ts";
import { initramfsFile } from "./initramfs.ts";
import type { KernelFiles } from "./kernel-candidates.ts";
import { ModuleTree } from "./modules.ts";
import { bootKernel } from "./pvh-kernel.ts";
import type { RootFilesystem } from "./root-filesystem.ts";

/** Everything of a guest that does not depend on the image it runs. */
export interface GuestKernel {
  readonly release: string;
  readonly from: string;
  readonly kernel: string;
  readonly pvh: boolean;
  readonly initramfs: string;
  readonly filesystem: RootFilesystem;
}

const DRIVERS = ["virtio_pci", "virtio_console", "virtio_blk", "overlay"];

export interface GuestKernelOptions {
  readonly cache: CacheFiles;
  readonly agentPath: string;
  readonly filesystems: readonly RootFilesystem[];
  readonly signal: AbortSignal;
}

/** Makes the first candidate bootable that has what a guest needs. Rejects with `unavailable`, naming each failure. */
export async function guestKernel(
  candidates: AsyncIterable<KernelFiles>,
  options: GuestKernelOptions,
): Promise<GuestKernel> {
  const refused: string[] = [];
  for await (const candidate of candidates) {
    try {
      return await prepareKernel(candidate, options);
    } catch (error) {
      options.signal.throwIfAborted();
      refused.push(`${candidate.image}: ${summarise(toIsoscopeError(error))}`);
    }
  }
  throw fail({
    code: "unavailable",
    engine: "QEMU micro-VM",
    reason: "No usable Linux kernel was found for the micro-VM",
    fix: "apt-get install linux-image-cloud-amd64, or set ISOSCOPE_KERNEL to a kernel image",
    detail: refused.join("\n") || "none installed, none in the cache, and downloading is switched off",
  });
}

async function prepareKernel(files: KernelFiles, options: GuestKernelOptions): Promise<GuestKernel> {
  const { cache, agentPath, filesystems, signal } = options;
  const tree = await ModuleTree.open(files.modules, cache);
  const missing = DRIVERS.filter((name) => !tree.has(name));
  if (missing.length > 0) throw fail({ code: "internal", message: `no ${missing.join(", ")} in it` });
  const filesystem = filesystems.find(({ type }) => tree.has(type));
  if (!filesystem) throw fail({ code: "internal", message: "neither erofs nor ext4 in it" });
  const modules = await tree.load([...DRIVERS, filesystem.type], signal);
  const { path, pvh } = await bootKernel(cache, files.image, signal);
  const initramfs = await initramfsFile(cache, agentPath, modules);
  return { release: files.release, from: files.from, kernel: path, pvh, initramfs, filesystem };
}
