import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** Takes what arrives; each call resolves once it is written. */
export type Take = (bytes: Buffer) => Promise<void>;

/**
 * Writes a file as it arrives, beside its place, and puts it there once `fill` has ended. When that rejects nothing is
 * left, and what was there before is untouched.
 */
export async function saveChunks(path: string, fill: (take: Take) => Promise<void>): Promise<void> {
  const fresh = `${path}.${randomUUID().slice(0, 8)}.part`;
  const file = await open(fresh, "wx", 0o644);
  try {
    try {
      await fill(async (bytes) => void (await file.writeFile(bytes)));
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (thrown) {
    await rm(fresh, { force: true });
    throw thrown;
  }
}
