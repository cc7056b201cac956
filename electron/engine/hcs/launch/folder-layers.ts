import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, win32 } from "node:path";
import { z } from "zod";
import { fail } from "../../failures.ts";
import type { ImageFolder, LayerSource } from "./layer-source.ts";

/** How an image's name becomes a folder; null when there is no such image. */
export type FindImage = (ref: string, signal: AbortSignal) => Promise<ImageFolder | null>;

/** Absolute paths, nearest first. The base layer has no such file, or `null` in it. */
const LayerChain = z.array(z.string().min(1)).nullable();

/**
 * Images that lie in layer folders as dockerd's windowsfilter writes them. An absolute path is a layer folder itself;
 * any other name is looked up with `find`.
 */
export function folderLayers(find: FindImage = async () => null): LayerSource {
  return {
    resolve: async (ref, signal) => {
      const image = isPath(ref) ? plainFolder(ref) : await find(ref, signal);
      if (!image || !(await isFolder(image.dir))) throw fail({ code: "image-missing", ref });
      const { dir, ...config } = image;
      const paths = [dir, ...(await parentsOf(dir))];
      return { ...config, layers: paths.map((path) => ({ path })), utilityVm: await findUtilityVm(paths) };
    },
  };
}

const isPath = (ref: string): boolean => isAbsolute(ref) || win32.isAbsolute(ref);

const plainFolder = (dir: string): ImageFolder => ({
  dir,
  ...{ osVersion: null, defaultCommand: [], env: {}, workingDirectory: "", user: "" },
});

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function parentsOf(dir: string): Promise<readonly string[]> {
  const file = join(dir, "layerchain.json");
  const text = await readFile(file, "utf8").catch((thrown: unknown) => {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return "null";
    throw damaged(file, String(thrown));
  });
  return parseChain(file, text) ?? [];
}

function parseChain(file: string, text: string): readonly string[] | null {
  try {
    return LayerChain.parse(JSON.parse(text));
  } catch (thrown) {
    throw damaged(file, String(thrown));
  }
}

async function findUtilityVm(layers: readonly string[]): Promise<string | null> {
  for (const layer of layers) {
    const folder = join(layer, "UtilityVM");
    if (await isFolder(folder)) return folder;
  }
  return null;
}

const damaged = (file: string, detail: string) =>
  fail({ code: "invalid", field: "image", message: `The layer list ${file} cannot be read.`, detail });
