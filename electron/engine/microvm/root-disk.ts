import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ImageConfig, ImageSource, ReadableTar } from "../engine.ts";
import type { CacheFiles } from "./cache-files.ts";
import type { RootFilesystem } from "./root-filesystem.ts";
import { runTool } from "./run-tool.ts";
import { SharedWork } from "./shared-work.ts";

export interface RootDisk {
  readonly path: string;
  readonly filesystem: "erofs" | "ext4";
}

export interface RootDisksOptions {
  readonly cache: CacheFiles;
  readonly images: ImageSource;
  readonly asRoot: boolean;
}

/** Read-only disks made from images: one per image id, made once, kept in the cache. */
export class RootDisks {
  readonly #options: RootDisksOptions;
  readonly #building = new SharedWork<string>();

  constructor(options: RootDisksOptions) {
    this.#options = options;
  }

  /** Rejects with what the image source or the tools said, or `cancelled`. */
  async get(image: ImageConfig, filesystem: RootFilesystem, signal: AbortSignal): Promise<RootDisk> {
    const name = `disks/${diskKey(image.id)}.${filesystem.type}`;
    const path = await this.#building.run(name, signal, "building the root disk", (shared) =>
      this.#options.cache.file(name, (made, folder) => this.#build(image, filesystem, made, folder, shared)),
    );
    return { path, filesystem: filesystem.type };
  }

  /** Resolves when no build is running any more. */
  idle(): Promise<void> {
    return this.#building.idle();
  }

  async #build(
    image: ImageConfig,
    filesystem: RootFilesystem,
    made: string,
    folder: string,
    signal: AbortSignal,
  ): Promise<void> {
    const tree = join(folder, "tree");
    await mkdir(tree, { mode: 0o755 });
    const tar = await this.#options.images.exportFilesystem(image, signal);
    await unpack(tar, tree, this.#options.asRoot, signal);
    await runTool(await filesystem.build(tree, made), { signal });
  }
}

/** A file name for an image id, which may hold any characters. */
const diskKey = (id: string): string => createHash("sha256").update(id).digest("hex").slice(0, 32);

/** As root, owners and file capabilities are kept. /dev is left out: the guest has its own. */
async function unpack(tar: ReadableTar, folder: string, asRoot: boolean, signal: AbortSignal): Promise<void> {
  const kept = asRoot
    ? ["--same-owner", "--numeric-owner", "--xattrs", "--xattrs-include=security.capability"]
    : ["--no-same-owner"];
  const skipped = ["--anchored", "--exclude=./dev/*", "--exclude=dev/*"];
  await runTool(["tar", "-x", "-p", ...kept, ...skipped, "-C", folder, "-f", "-"], { signal, input: tar });
}
