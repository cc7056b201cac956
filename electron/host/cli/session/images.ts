import type { Image } from "../../../contract/container.ts";
import type { VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";
import { settledEngines } from "./engines.ts";

const ANSWER_MS = 30_000;

/** Every image, once the engines have been asked. */
export async function listImages(
  context: Pick<VerbContext, "session" | "clock" | "signal" | "terminal">,
): Promise<readonly Image[]> {
  await settledEngines(context);
  const { client } = await context.session();
  const { clock, signal } = context;
  const wait = { what: "listing images", ms: ANSWER_MS, clock, signal };
  return watchUntil(client, "images.watch", {}, (images) => images, wait);
}
