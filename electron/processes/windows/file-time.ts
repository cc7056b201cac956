/** From 1601 to 1970. */
const EPOCH_MS = 11_644_473_600_000n;
const FILE_TIME_PER_MS = 10_000n;

/** Wall time of a FILETIME stamp, ms since the Unix epoch; null for 0, which means that it is not known. */
export function fileTimeMs(stamp: string): number | null {
  const fileTime = BigInt(stamp);
  return fileTime === 0n ? null : Number(fileTime / FILE_TIME_PER_MS - EPOCH_MS);
}
