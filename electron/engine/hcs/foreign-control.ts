import type { NativeHcs, NativeSystem } from "../../../native/hcs.ts";
import type { Action } from "../../contract/engine.ts";
import { settlesWithin } from "../deadline.ts";
import { delay } from "../delay.ts";
import type { Clock, EngineContainer } from "../engine.ts";
import { fail } from "../failures.ts";
import { unlessGone, unsupported } from "./explain.ts";
import { findSystem, withSystem } from "./service.ts";
import { checkSignal } from "./signals.ts";
import { stateOf } from "./state.ts";

export interface ForeignDeps {
  readonly native: NativeHcs;
  readonly clock: Clock;
  readonly stopGraceMs: number;
}

/** How often it is looked whether a system that was asked to stop has gone, ms. */
const LOOK_EVERY = 500;

/** Does `action` to a system that somebody else made. Rejects with `conflict` or `unsupported` when it cannot be done. */
export async function controlForeign(
  deps: ForeignDeps,
  row: EngineContainer,
  action: Action,
  signal: string | undefined,
): Promise<void> {
  const capability = row.actions[action];
  if (!capability.can) throw refusal(row, action, capability.reason);
  const use = (work: (system: NativeSystem) => Promise<unknown>) => withSystem(deps.native, row.id, work);
  switch (action) {
    case "stop":
      await use((system) => stop(deps, row.id, system));
      return;
    case "kill":
      checkSignal(signal);
      await use((system) => unlessGone(system.terminate()));
      return;
    case "pause":
      await use((system) => system.pause());
      return;
    case "unpause":
      await use((system) => system.resume());
      return;
    case "remove":
    case "start":
    case "restart":
      throw refusal(row, action, "Only its maker can do that.");
  }
}

/** Whoever made it may never be told by us to wait: what a container in another state refuses is a conflict. */
function refusal({ state }: EngineContainer, action: Action, reason: string) {
  const stateAlone = reason === `The container is ${state}.`;
  return stateAlone ? fail({ code: "conflict", message: reason }) : unsupported(action, reason);
}

async function stop({ native, clock, stopGraceMs }: ForeignDeps, id: string, system: NativeSystem) {
  const over = new AbortController();
  const asked = unlessGone(system.shutdown()).then(() => gone(native, clock, id, over.signal));
  const refused = asked.catch(() => {});
  await settlesWithin(clock, stopGraceMs, refused);
  over.abort();
  await unlessGone(system.terminate());
}

/** Resolves when the service does not list it as alive any more, or when it is no use waiting. */
async function gone(native: NativeHcs, clock: Clock, id: string, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const system = await findSystem(native, id, clock);
    if (!system || stateOf(system) === "exited") return;
    await delay(clock, LOOK_EVERY, over);
  }
}
