import type { Unsubscribe } from "../contract/live-source.ts";
import type { OutputQueue } from "../contract/output-queue.ts";
import { fail } from "./failures.ts";

/** Ends a stream's reading when its caller aborts. Call what it returns when the stream has ended. */
export function endOnAbort(queue: OutputQueue, signal: AbortSignal): Unsubscribe {
  const end = () => queue.end(fail({ code: "cancelled", op: "stream" }));
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  return () => signal.removeEventListener("abort", end);
}
