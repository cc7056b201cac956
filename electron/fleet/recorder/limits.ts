/** What one recording takes at most; a reader takes more than that, so that every recording can be opened. */
export const RECORDER_LIMITS = {
  /** Bytes of text, before they are packed. */
  bytes: 128 * 1024 * 1024,
  events: 900_000,
  durationMs: 12 * 3_600_000,
  /** Bytes that the disk has not taken. */
  waiting: 32 * 1024 * 1024,
} as const;

export type RecorderLimits = { readonly [K in keyof typeof RECORDER_LIMITS]: number };
