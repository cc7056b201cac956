import type { EngineState, EngineStatus } from "../../contract/engine.ts";
import type { LiveStore } from "../../contract/live-store.ts";

/** The part of the sessions that is needed here. */
interface Shows {
  readonly replaying: boolean;
  openBuiltIn(openedBy: "start"): Promise<void>;
  control(order: { readonly action: "play" }): void;
}

type Watched = Pick<LiveStore<EngineStatus>, "subscribe" | "values">;

/** An engine in one of these can be used, or may still come to be. */
const HOPE: ReadonlySet<EngineState> = new Set(["connecting", "live", "stale"]);
const USED: ReadonlySet<EngineState> = new Set(["live", "stale"]);

/**
 * Plays the recording that is shipped with the app where a machine has nothing else to show: once every engine has said that
 * it cannot be used. Decided once: an engine that was there and went, or a person who has opened something else, ends it.
 * Returns how to end it before.
 * @param failed is told why the recording could not be shown; this host then stays on screen
 */
export function firstShow(sessions: Shows, engines: Watched, failed: (thrown: unknown) => void): () => void {
  let over = false;
  const look = () => {
    if (over) return;
    const states = [...engines.values()].map(({ state }) => state);
    if (sessions.replaying || states.some((state) => USED.has(state))) over = true;
    else if (states.length > 0 && !states.some((state) => HOPE.has(state))) {
      over = true;
      play(sessions).catch((thrown: unknown) => failed(thrown));
    }
  };
  const stop = engines.subscribe({ snapshot: look, change: look, fail: () => {} });
  return () => {
    over = true;
    stop();
  };
}

async function play(sessions: Shows): Promise<void> {
  await sessions.openBuiltIn("start");
  // A person may have left it already.
  if (sessions.replaying) sessions.control({ action: "play" });
}
