/** The farthest a date can be from 1970, ms; no size, PID or time of a recording is beyond it. */
const FARTHEST = 8.64e15;

/** Whether every number in a parsed line can be shown: a number that was blown up would make dates that are none. */
export function saneNumbers(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) <= FARTHEST;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(saneNumbers);
}
