import type { ReadableTar } from "../engine.ts";
import type { Session } from "./negotiate.ts";
import { inspectImage } from "./read-image.ts";
import { connectionError } from "./wire-errors.ts";

/** The archive `docker save` writes, with all references of the image. Rejects with `image-missing`. */
export async function saveImage(session: Session, id: string, signal: AbortSignal): Promise<ReadableTar> {
  const { Id, RepoTags } = await inspectImage(session, id, signal);
  const refs = RepoTags.filter((ref) => ref !== "<none>:<none>");
  const { wire } = session;
  const op = "export the image";
  // By id alone the archive would name no reference.
  const query = { names: refs.length === 0 ? [Id] : refs };
  const stream = await wire.stream({ op, path: "/images/get", query, signal });
  return (async function* () {
    try {
      yield* stream;
    } catch (thrown) {
      throw connectionError(thrown, op, wire.origin, signal);
    } finally {
      stream.destroy();
    }
  })();
}
