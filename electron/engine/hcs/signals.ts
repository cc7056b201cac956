import { fail } from "../failures.ts";

/** Windows knows no signals: ending by force is all that `kill` can mean. */
export function checkSignal(signal: string | undefined): void {
  if (signal === undefined || /^(?:SIG)?KILL$|^9$/i.test(signal)) return;
  throw fail({ code: "invalid", field: "signal", message: "Windows containers can only be killed (KILL)." });
}
