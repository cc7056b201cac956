import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock } from "../../engine/engine.ts";

export const HEARTBEAT_MS = 15_000;

interface Heart {
  ping(): void;
  terminate(): void;
  on(event: "pong", listener: () => void): unknown;
}

/** Ends a connection whose peer left a whole beat unanswered, as a sleeping laptop does. */
export function keepAlive(heart: Heart, clock: Clock): Unsubscribe {
  let answered = true;
  let stop: Unsubscribe = () => {};
  heart.on("pong", () => {
    answered = true;
  });
  const beat = () => {
    if (!answered) {
      heart.terminate();
      return;
    }
    answered = false;
    heart.ping();
    stop = clock.after(HEARTBEAT_MS, beat);
  };
  stop = clock.after(HEARTBEAT_MS, beat);
  return () => stop();
}
