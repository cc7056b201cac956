import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock } from "../engine.ts";

/** How long the guest lives on without a word from the host: the last line of defence against orphans. */
export const SILENCE_MS = 60_000;
const BEAT_MS = 5000;

/** Calls `beat` regularly until stopped. */
export function heartbeat(clock: Clock, beat: () => void): Unsubscribe {
  let cancel = () => {};
  const next = () => {
    cancel = clock.after(BEAT_MS, () => {
      beat();
      next();
    });
  };
  next();
  return () => cancel();
}
