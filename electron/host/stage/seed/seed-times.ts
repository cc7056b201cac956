/** Nobody published when it was. This only has to be some time: what is shown of it is the position in the session. */
export const SEED_BEGAN = Date.UTC(2018, 10, 13, 12, 0, 0);

/** Moments of the session's course, ms from its beginning. */
export const SEED_AT = {
  processLaunched: 2_000,
  processTop: 8_000,
  hostRow: 16_000,
  processRemoved: 28_000,
  hypervLaunched: 32_000,
  hypervTop: 40_000,
  notFound: 50_000,
  worker: 60_000,
  end: 75_000,
} as const;

/** ms of 1601 to 1970, and 100 ns in one: a Windows start stamp counts these from 1601. */
const WINDOWS_EPOCH_MS = 11_644_473_600_000n;
const TICKS = 10_000n;

/** A start stamp set by us, since none is published: equal on both sides where the page says it is the same process. */
export const seedStamp = (atMs: number): string =>
  String((BigInt(SEED_BEGAN + atMs) + WINDOWS_EPOCH_MS) * TICKS);
