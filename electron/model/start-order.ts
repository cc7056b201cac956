/** Below 0 when the first of two start stamps of one kernel is the earlier one, 0 when they are equal. */
export function compareStarts(a: string, b: string): number {
  // Decimal texts without leading zeros, up to 20 digits: more than a number holds exactly.
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
