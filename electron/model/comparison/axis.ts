/** Ends an axis may have, ms: it grows in steps, so that what is drawn does not shift with every moment. */
const ENDS = [500, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 15_000, 20_000, 30_000, 60_000];
const MINUTE = 60_000;
const MOST_TICKS = 8;
const STEPS = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000];

/** Where the axis ends so that `ms` has some room behind it. */
export function axisEnd(ms: number): number {
  const wanted = ms * 1.04;
  return ENDS.find((end) => end >= wanted) ?? Math.ceil(wanted / MINUTE) * MINUTE;
}

/** Places of the axis' ticks, ms, from 0 on; none at its very end, where no label fits. */
export function axisTicks(end: number): readonly number[] {
  const step = STEPS.find((one) => end / one <= MOST_TICKS) ?? Math.ceil(end / MOST_TICKS / MINUTE) * MINUTE;
  return Array.from({ length: Math.ceil(end / step) }, (_, index) => index * step);
}

/** `0 s`, `1 s`, `0.5 s`. */
export const tickText = (ms: number): string => `${ms / 1000} s`;
