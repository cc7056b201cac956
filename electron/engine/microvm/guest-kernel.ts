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
  /** The archive with the drivers of these extra devices; made when first asked for, so that no boot pays for what it lacks. */
  readonly initramfs: (extras: readonly Extra[], signal: AbortSignal) => Promise<string>;
  /** Extra devices it has no driver for. */
  readonly lacks: readonly Extra[];
  readonly filesystem: RootFilesystem;
}

/** A device that only some machines have. */
export type Extra = "network" | "folders";

const EXTRA_DRIVERS: Readonly<Record<Extra, string>> = { network: "virtio_net", folders: "virtiofs" };
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
  const initramfs = async (extras: readonly Extra[], asked: AbortSignal) => {
    const drivers = [...DRIVERS, filesystem.type, ...extras.map((extra) => EXTRA_DRIVERS[extra])];
    return initramfsFile(cache, agentPath, await tree.load(drivers, asked));
  };
  const { path, pvh } = await bootKernel(cache, files.image, signal);
  await initramfs([], signal);
  const lacks = (["network", "folders"] as const).filter((extra) => !tree.has(EXTRA_DRIVERS[extra]));
  return { release: files.release, from: files.from, kernel: path, pvh, initramfs, lacks, filesystem };
}
