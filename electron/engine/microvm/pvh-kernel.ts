import { createHash } from "node:crypto";
import { copyFile, open, readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { type BzImage, DECOMPRESS, isPvhKernel, parseBzImage } from "./bz-image.ts";
import type { CacheFiles } from "./cache-files.ts";
import { runTool } from "./run-tool.ts";

export interface BootKernel {
  /** In the cache, readable by every user that is given it open. */
  readonly path: string;
  /** True when QEMU enters it directly: saves the emulated decompression, about half a second under TCG. */
  readonly pvh: boolean;
}

/**
 * Makes the file QEMU boots from a kernel image: the uncompressed ELF kernel inside a bzImage where it has a PVH
 * entry, else a copy of the image itself. Made once per content of the image.
 */
export async function bootKernel(cache: CacheFiles, image: string, signal: AbortSignal): Promise<BootKernel> {
  const bytes = await readFile(image);
  const key = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const header = parseBzImage(bytes);
  const name = `boot/${header?.release || "kernel"}-${key}`;
  const path = await cache.file(name, async (made) => {
    const isElf = header?.compression && (await decompress(bytes, header, made, signal));
    if (!isElf) await copyFile(image, made);
  });
  return { path, pvh: isPvhKernel(await readFile(path)) };
}

/** Resolves with false when the result is not a PVH kernel or the program that unpacks it is missing or fails. */
async function decompress(
  bytes: Buffer,
  header: BzImage,
  made: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!header.compression) return false;
  const handle = await open(made, "w", 0o644);
  try {
    const payload = bytes.subarray(header.payload.start, header.payload.end);
    await runTool(DECOMPRESS[header.compression], {
      signal,
      input: Readable.from([payload]),
      outputFd: handle.fd,
    });
  } catch {
    signal.throwIfAborted();
    return false;
  } finally {
    await handle.close();
  }
  return isPvhKernel(await readFile(made));
}
