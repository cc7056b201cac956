import type { Container } from "../../../contract/container.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import type { Scope } from "../../../contract/scope.ts";
import { isActive, nameOf } from "../container-words.ts";
import type { VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

/** A guest that is still booting answers late. */
const SEEN_MS = 60_000;

/** Both sides of a container that runs, once its inside has been read or has refused. Rejects with `conflict` when it does not run. */
export async function readScope(
  container: Container,
  { session, clock, signal }: Pick<VerbContext, "session" | "clock" | "signal">,
): Promise<Scope> {
  if (!isActive(container)) {
    throw new IsoscopeFailure({
      code: "conflict",
      message: `${nameOf(container)} does not run: it is ${container.state}.`,
      fix: "Only what runs has an inside.",
    });
  }
  const { client } = await session();
  const seen = ([scope]: readonly Scope[]) =>
    scope && (scope.insideAt !== null || scope.insideError !== null) ? scope : undefined;
  const wait = { what: "reading both sides", ms: SEEN_MS, clock, signal };
  return watchUntil(client, "scope.watch", { key: container.key }, seen, wait);
}
