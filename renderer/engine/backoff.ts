const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/** How long to wait before try number `attempt` (from 0): doubling, capped, and jittered to between half and all of it. */
export function backoffDelay(attempt: number, random: () => number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(whole * (0.5 + 0.5 * random()));
}
