import { useEffect, useState } from "react";
import { browserTimer, type Timer } from "../../../engine/timer.ts";

/** A value that has not changed for a while. */
export interface Settled<T> {
  readonly value: T;
  /** When it settled, ms since the Unix epoch. */
  readonly at: number;
}

/** The first value at once; each later one `ms` after the last change. Until then the one before it stands. */
export function useSettled<T>(value: T, ms: number, timer: Timer = browserTimer): Settled<T> {
  const [settled, setSettled] = useState<Settled<T>>(() => ({ value, at: timer.now() }));
  useEffect(() => {
    if (settled.value === value) return;
    return timer.after(ms, () => setSettled({ value, at: timer.now() }));
  }, [value, settled.value, ms, timer]);
  return settled;
}
