import type { Client } from "../../contract/client.ts";
import type { IsoscopeContract } from "../../contract/contract.ts";
import type { Item, LiveName, Sent } from "../../contract/define.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { mirrorInto } from "../../contract/mirror.ts";
import type { Clock } from "../../engine/engine.ts";

export interface Wait {
  /** What is waited for, in words: it becomes the `op` of a `timeout`. */
  readonly what: string;
  readonly ms: number;
  readonly clock: Clock;
  /** When aborted, the wait ends as `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Watches a collection until `pick` finds what it wants in the items and resolves with that. Rejects with `timeout`,
 * or with whatever ends the subscription. A pick that throws rejects at once.
 */
export function watchUntil<K extends LiveName<IsoscopeContract>, R>(
  client: Client<IsoscopeContract>,
  name: K,
  input: Sent<IsoscopeContract, K>,
  pick: (items: readonly Item<IsoscopeContract, K>[]) => R | undefined,
  wait: Wait,
): Promise<R> {
  return new Promise((resolve, reject) => {
    const items = new Map<string, Item<IsoscopeContract, K>>();
    let done = false;
    const settle = (act: () => void) => {
      if (done) return;
      done = true;
      cancelTimer();
      wait.signal?.removeEventListener("abort", onAbort);
      // The subscription may still be opening when its first item already fits.
      queueMicrotask(() => stop());
      act();
    };
    const cancelTimer = wait.clock.after(wait.ms, () =>
      settle(() => reject(new IsoscopeFailure({ code: "timeout", op: wait.what, ms: wait.ms }))),
    );
    const onAbort = () => settle(() => reject(new IsoscopeFailure({ code: "cancelled", op: wait.what })));
    const look = () => {
      try {
        const found = pick([...items.values()]);
        if (found !== undefined) settle(() => resolve(found));
      } catch (thrown) {
        settle(() => reject(thrown));
      }
    };
    const stop = client.live(name, input, {
      ...mirrorInto(items, look),
      error: (error) => settle(() => reject(new IsoscopeFailure(error))),
    });
    if (wait.signal?.aborted) onAbort();
    else wait.signal?.addEventListener("abort", onAbort, { once: true });
  });
}
