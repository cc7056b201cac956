import { readFile } from "node:fs/promises";
import { locateAsset } from "./locate-asset.ts";
import { mediaType } from "./media-type.ts";
import { cacheControl, SECURITY_HEADERS } from "./security-headers.ts";

export interface Asset {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads one file of the renderer's bundle with the headers it is served under; null when there is no such file. */
export async function readAsset(root: string, urlPath: string): Promise<Asset | null> {
  const file = locateAsset(root, urlPath);
  if (file === null) return null;
  try {
    const body = await readFile(file);
    const headers = {
      ...SECURITY_HEADERS,
      "content-type": mediaType(file),
      "cache-control": cacheControl(urlPath),
    };
    return { body, headers };
  } catch {
    return null;
  }
}
