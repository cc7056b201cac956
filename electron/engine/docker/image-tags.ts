import { imagePath } from "./ids.ts";
import type { Session } from "./negotiate.ts";
import { ImageListAnswer } from "./parse.ts";
import { splitRef } from "./split-ref.ts";

/** Which image each reference names, and which images there are, at one moment. */
export interface ImageTags {
  readonly byRef: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
}

export async function readTags({ wire }: Session): Promise<ImageTags> {
  const listed = await wire.json({ op: "list images", path: "/images/json" }, ImageListAnswer);
  return {
    byRef: new Map(listed.flatMap(({ Id, RepoTags }) => RepoTags.map((ref) => [ref, Id] as const))),
    ids: new Set(listed.map(({ Id }) => Id)),
  };
}

/** Makes a reference name an image. */
export async function tagImage({ wire }: Session, id: string, ref: string): Promise<void> {
  await wire.text({ op: "tag", method: "POST", path: imagePath(id, "/tag"), query: { ...splitRef(ref) } });
}

/** Takes a reference away, and with its last one the image. An id works for images without any. */
export async function untagImage({ wire }: Session, ref: string): Promise<void> {
  await wire.text({ op: "remove the image", method: "DELETE", path: imagePath(ref), timeoutMs: null });
}

/**
 * Puts references and ids back to what they were before some work brought them. What others did meanwhile to other images
 * is left alone, and a daemon that is gone has nothing to put back.
 */
export async function restoreTags(
  session: Session,
  before: ImageTags,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const old = before.byRef.get(name);
    if (old !== undefined) await tagImage(session, old, name).catch(() => {});
    else if (!before.ids.has(name)) await untagImage(session, name).catch(() => {});
  }
}
