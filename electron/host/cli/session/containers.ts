import type { Container } from "../../../contract/container.ts";
import type { VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";
import { settledEngines } from "./engines.ts";
import { pickContainer } from "./pick-container.ts";

const ANSWER_MS = 30_000;

type Context = Pick<VerbContext, "session" | "clock" | "signal" | "terminal">;

/** Every container, once the engines have been asked. */
export async function listContainers(context: Context): Promise<readonly Container[]> {
  await settledEngines(context);
  const { client } = await context.session();
  const { clock, signal } = context;
  const wait = { what: "listing containers", ms: ANSWER_MS, clock, signal };
  return watchUntil(client, "containers.watch", {}, (containers) => containers, wait);
}

/** The one that is meant: see {@link pickContainer}. */
export async function findContainer(context: Context, given: string): Promise<Container> {
  return pickContainer(await listContainers(context), given);
}
