import { fail } from "./failures.ts";

/** The work's result, or `cancelled` as soon as the signal fires. The work itself is not stopped. */
export function abortable<T>(signal: AbortSignal, op: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(fail({ code: "cancelled", op }));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
