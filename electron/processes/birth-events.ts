import type { Addon, NativeWatcher } from "../../native/index.ts";

export interface BirthBatch {
  /** Processes that were born, changed or died. */
  readonly pids: readonly number[];
  /** Some were lost: only a snapshot tells the truth. */
  readonly overflow: boolean;
}

/** The kernel's announcements of births, execs and deaths, gathered for a moment each. */
export interface BirthEvents {
  /** Throws where the kernel tells nothing. Starting twice without a stop does nothing. */
  start(listener: (batch: BirthBatch) => void): void;
  stop(): void;
}

/** Gathers long enough that a storm of forks costs few wake-ups, short enough that a launch appears at once. */
const WINDOW_MS = 25;

export function nativeBirthEvents(addon: Addon): BirthEvents {
  let watcher: NativeWatcher | null = null;
  return {
    start: (listener) => {
      if (watcher) return;
      const started: NativeWatcher = new addon.ProcessWatcher(WINDOW_MS, () => {
        const { pids, overflow } = started.take();
        listener({ pids: [...pids], overflow });
      });
      watcher = started;
    },
    stop: () => {
      watcher?.close();
      watcher = null;
    },
  };
}
