import { constants } from "node:os";
import { fail } from "../failures.ts";

export const SIGTERM = constants.signals.SIGTERM;
export const SIGKILL = constants.signals.SIGKILL;

/** `KILL`, `SIGKILL` or `9` as a number. Throws `invalid`. */
export function signalNumber(name: string): number {
  const upper = name.toUpperCase();
  const full = upper.startsWith("SIG") ? upper : `SIG${upper}`;
  const known = Object.entries(constants.signals).find(([signal]) => signal === full)?.[1];
  const number = /^\d{1,2}$/.test(name) ? Number(name) : known;
  if (number !== undefined && number >= 1 && number <= 64) return number;
  throw fail({ code: "invalid", field: "signal", message: `There is no signal ${name.slice(0, 40)}` });
}
