/** Text of a start time may be rounded by this much: 1 s in units of 100 ns. */
const ROUNDING = 10_000_000n;

/** Two Windows start stamps (100 ns since 1601): the same, the same but for rounding, or another process's. */
export function compareStamps(a: string, b: string): "equal" | "near" | "far" {
  if (a === b) return "equal";
  const apart = BigInt(a) - BigInt(b);
  return (apart < 0n ? -apart : apart) <= ROUNDING ? "near" : "far";
}
