import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { NATIVE } from "./folders.mjs";

/**
 * Files and defines of one platform's addon, or null when it has none.
 * @param {NodeJS.Platform} platform
 */
export async function readRecipe(platform) {
  const list = JSON.parse(await readFile(join(NATIVE, "sources.json"), "utf8"));
  const own = list[platform];
  if (!own) return null;
  const defines = [...list.defines, ...(list[`${platform}Defines`] ?? [])];
  return { sources: [...list.common, ...own], defines };
}
