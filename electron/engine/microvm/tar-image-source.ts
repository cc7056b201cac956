import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { ImageConfig, ImageSource } from "../engine.ts";
import { fail } from "../failures.ts";

export interface TarImage {
  readonly path: string;
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly user?: string;
}

/** Images that are plain tars of a root filesystem, by reference. Their id is the tar's checksum. */
export function tarImageSource(images: Readonly<Record<string, TarImage>>): ImageSource {
  const find = (ref: string): TarImage => {
    const image = Object.hasOwn(images, ref) ? images[ref] : undefined;
    if (!image) throw fail({ code: "image-missing", ref });
    return image;
  };
  return {
    resolve: async (ref, signal) => configOf(ref, find(ref), await checksum(find(ref).path, signal)),
    exportFilesystem: async ({ ref }, signal) => createReadStream(find(ref).path, { signal }),
  };
}

const configOf = (ref: string, image: TarImage, id: string): ImageConfig => ({
  id,
  ref,
  os: "linux",
  architecture: "amd64",
  sizeBytes: null,
  entrypoint: [],
  command: image.command ?? [],
  env: image.env ?? {},
  workingDirectory: image.workingDirectory ?? "",
  user: image.user ?? "",
});

async function checksum(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
  return `sha256:${hash.digest("hex")}`;
}
