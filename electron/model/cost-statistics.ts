/** What several measured values came to. */
export interface Statistics {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The middle half lies between these; with few values they are read between two of them. */
  readonly q1: number;
  readonly q3: number;
  /** q3 - q1: how far the middle half is spread. */
  readonly iqr: number;
  readonly count: number;
}

/** Null of no values. Values that are no finite numbers are none. */
export function statistics(values: readonly number[]): Statistics | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const iqr = Math.max(0, q3 - q1);
  return { median: quantile(sorted, 0.5), min, max, q1, q3, iqr, count: sorted.length };
}

/** By straight lines between neighbours (Hyndman and Fan's type 7, the usual one of R and NumPy). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
