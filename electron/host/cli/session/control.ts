import type { Container } from "../../../contract/container.ts";
import type { Action } from "../../../contract/engine.ts";
import { type IsoscopeError, IsoscopeFailure, toIsoscopeError } from "../../../contract/errors.ts";
import { EXIT, exitCodeOf } from "../exit-codes.ts";
import { explain } from "../explain.ts";
import type { VerbContext } from "../verb.ts";
import { listContainers } from "./containers.ts";
import { pickContainer } from "./pick-container.ts";

/** What became of one of them. */
export interface Controlled {
  readonly given: string;
  readonly key: string | null;
  readonly error: IsoscopeError | null;
}

interface Wish {
  readonly action: Action;
  readonly signal?: string | undefined;
  /** Throws where the action is not wanted on this one. */
  readonly check?: (container: Container) => void;
}

/**
 * Does the same to each container that is named, one after the other: one that fails keeps no other from its turn.
 * Prints the key of each, and resolves with the exit code of the first that failed.
 */
export async function controlEach(
  names: readonly string[],
  wish: Wish,
  context: VerbContext,
): Promise<number> {
  const containers = await listContainers(context);
  const results: Controlled[] = [];
  for (const given of names) {
    if (context.signal.aborted) throw new IsoscopeFailure({ code: "cancelled", op: wish.action });
    const result = await controlOne(containers, given, wish, context);
    results.push(result);
    if (result.error) for (const line of explain(result.error, context)) context.log(line);
    else if (!context.json && result.key !== null) context.out(result.key);
  }
  if (context.json) context.out(JSON.stringify({ containers: results }));
  const failed = results.find(({ error }) => error !== null);
  return failed?.error ? exitCodeOf(failed.error) : EXIT.done;
}

async function controlOne(
  containers: readonly Container[],
  given: string,
  { action, signal, check }: Wish,
  { session }: VerbContext,
): Promise<Controlled> {
  let key: string | null = null;
  try {
    const container = pickContainer(containers, given);
    key = container.key;
    check?.(container);
    const { client } = await session();
    await client.call("containers.control", { key, action, ...(signal === undefined ? {} : { signal }) });
    return { given, key, error: null };
  } catch (thrown) {
    return { given, key, error: toIsoscopeError(thrown) };
  }
}
