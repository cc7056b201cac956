import type { IsoscopeError } from "../../contract/errors.ts";
import { tagImage, untagImage } from "./image-tags.ts";
import type { Session } from "./negotiate.ts";
import { inspectImage, missingImage } from "./read-image.ts";
import { explainHttp } from "./wire-errors.ts";

/**
 * Removes an image with all its references, or changes nothing: never by force, which would take the image from stopped
 * containers, too.
 * @param users names of the containers made from it, for the words of a refusal.
 */
export async function removeImage(session: Session, id: string, users: readonly string[]): Promise<void> {
  const { RepoTags } = await inspectImage(session, id);
  const refs = RepoTags.filter((ref) => ref !== "<none>:<none>");
  const gone: string[] = [];
  try {
    for (const name of refs.length === 0 ? [id] : refs) {
      await explainHttp(untagImage(session, name), (status, message) =>
        refusal(status, message, name, users, session.facts.os),
      );
      gone.push(name);
    }
  } catch (thrown) {
    for (const ref of gone) await tagImage(session, id, ref).catch(() => {});
    throw thrown;
  }
}

function refusal(
  status: number,
  message: string,
  name: string,
  users: readonly string[],
  os: "linux" | "windows",
): IsoscopeError | undefined {
  if (status === 404) return missingImage(name, os);
  if (status !== 409) return undefined;
  return {
    code: "conflict",
    message: users.length === 0 ? message : `${name} is used by ${users.join(", ")}`,
    fix: "Remove what uses it, then remove the image.",
  };
}
