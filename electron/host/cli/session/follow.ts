import type { Client } from "../../../contract/client.ts";
import type { IsoscopeContract } from "../../../contract/contract.ts";
import type { Item, LiveName, Sent } from "../../../contract/define.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import type { LiveSink } from "../../../contract/live-source.ts";

/** Passes on a collection and its changes until the signal. Rejects with `cancelled` then, or with what ends it before. */
export function follow<K extends LiveName<IsoscopeContract>>(
  client: Client<IsoscopeContract>,
  name: K,
  input: Sent<IsoscopeContract, K>,
  sink: Pick<LiveSink<Item<IsoscopeContract, K>>, "snapshot" | "change">,
  signal: AbortSignal,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = client.live(name, input, {
      ...sink,
      error: (error) => reject(new IsoscopeFailure(error)),
    });
    const cancel = () => {
      stop();
      reject(new IsoscopeFailure({ code: "cancelled", op: name }));
    };
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  });
}
