const MB = 1_000_000;
const KB = 1_000;

/** What a chart's vertical axis counts. */
export type Unit = "percent" | "bytes" | "rate";

/**
 * The axes' steps, the same for every container: two that both stay below a step can be compared by eye. The first is high
 * enough for a small micro-VM, so that it stands beside a small container on one axis.
 */
const FIRST: Readonly<Record<Unit, number>> = { percent: 25, bytes: 256 * MB, rate: 100 * KB };
const FACTOR: Readonly<Record<Unit, number>> = { percent: 2, bytes: 2, rate: 10 };

/** The first step that holds the largest value. The bottom is always 0. */
export function scaleTop(unit: Unit, most: number): number {
  let top = FIRST[unit];
  while (top < most && Number.isFinite(top)) top *= FACTOR[unit];
  return top;
}
