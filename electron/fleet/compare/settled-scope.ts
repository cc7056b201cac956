import type { LiveSink } from "../../contract/live-source.ts";
import type { Scope } from "../../contract/scope.ts";
import { delay } from "../../engine/delay.ts";
import { checkAbort } from "../../engine/failures.ts";
import { isLiving } from "../container-record.ts";
import type { CompareDeps } from "./compare-deps.ts";

/** The longest both sides are waited for; what has not been shown by then stays unknown. */
const PATIENCE_MS = 10_000;

/**
 * The container's scope once both sides have shown what they can: the command inside, its host row or its worker, and
 * both kernels. The last one there was when that takes too long or the container has ended; null when there was none.
 * Rejects with `cancelled`.
 */
export async function settledScope(
  { fleet, clock }: Pick<CompareDeps, "fleet" | "clock">,
  key: string,
  signal: AbortSignal,
): Promise<Scope | null> {
  const enough = new AbortController();
  let last: Scope | null = null;
  const take = (scope: Scope | undefined) => {
    if (scope) last = scope;
    const living = isLiving(fleet.look(key)?.seen ?? { state: "exited" });
    if (!living || (scope && isComplete(scope))) enough.abort();
  };
  const sink: LiveSink<Scope> = {
    snapshot: ({ entries }) => take(entries[0]?.[1]),
    change: ({ upsert }) => take(upsert[0]?.[1]),
    fail: () => enough.abort(),
  };
  const stop = fleet.scope(key).subscribe(sink);
  await delay(clock, PATIENCE_MS, AbortSignal.any([signal, enough.signal]));
  stop();
  checkAbort(signal, "compare");
  return last;
}

function isComplete({ mainPid, kernels, isolation, links, worker }: Scope): boolean {
  const shown = isolation === "hyperv" ? worker !== null : links.some((link) => link.insidePid === mainPid);
  return mainPid !== null && kernels !== "unknown" && shown;
}
