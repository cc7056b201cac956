import type { EventEmitter } from "node:events";

/** What of `process` is listened to. `channel` is there when a launcher keeps a pipe to us. */
export type Told = Pick<EventEmitter, "once" | "on"> & { readonly channel?: unknown };

/**
 * Calls back once, when the app is asked to go: Ctrl+C, a polite kill, a closed terminal, or the launcher's end, however
 * that came. Later requests are swallowed, because a terminal sends Ctrl+C to the launcher and to us.
 */
export function whenTold(told: Told, go: (why: string) => void): void {
  let gone = false;
  const once = (why: string) => {
    if (gone) return;
    gone = true;
    go(why);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) told.on(signal, () => once(signal));
  if (told.channel) told.once("disconnect", () => once("the launcher has gone"));
}
