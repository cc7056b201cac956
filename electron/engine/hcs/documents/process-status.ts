import { z } from "zod";
import { lenient } from "./parse-document.ts";

/** Of the event ProcessExited and of HcsGetProcessProperties. */
export const ProcessStatus = z.object({
  ProcessId: lenient(z.number().int()),
  Exited: lenient(z.boolean()),
  /** Unsigned 32 bit. */
  ExitCode: lenient(z.number().int()),
  /** HRESULT of the wait: the exit code counts only when it is 0. */
  LastWaitResult: lenient(z.number().int()),
});
type ProcessStatus = z.output<typeof ProcessStatus>;

/** The exit code (unsigned) of an exited process, null when it could not be read; undefined while it runs. */
export function exitCodeOf({ Exited, ExitCode, LastWaitResult }: ProcessStatus): number | null | undefined {
  if (Exited !== true) return undefined;
  return ExitCode !== undefined && (LastWaitResult ?? 0) === 0 ? ExitCode >>> 0 : null;
}
