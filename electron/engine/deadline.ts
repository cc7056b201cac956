import type { Clock } from "./engine.ts";
import { fail } from "./failures.ts";

/** Resolves with true when `work` settles (either way) within `ms`, else with false; `work` goes on. */
export function settlesWithin(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(false));
    const settled = () => {
      cancel();
      resolve(true);
    };
    work.then(settled, settled);
  });
}

/** The work's result, or `timeout` after `ms`. The work itself is not stopped. */
export async function withDeadline<T>(clock: Clock, ms: number, op: string, work: Promise<T>): Promise<T> {
  if (!(await settlesWithin(clock, ms, work))) throw fail({ code: "timeout", op, ms });
  return work;
}
