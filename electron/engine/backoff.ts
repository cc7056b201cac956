const FIRST = 100;
const LONGEST = 30_000;

/**
 * How long to wait before the next attempt, ms: doubling from 100 ms to 30 s, up to a quarter less by chance so that many
 * clients of one daemon do not come at once.
 * @param failures how many attempts in a row have failed. @param random in [0, 1).
 */
export function backoff(failures: number, random: () => number): number {
  const step = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20));
  return Math.round(step * (1 - random() / 4));
}
