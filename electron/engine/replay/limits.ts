/** What of a recording is read at most; a file beyond it is refused, whatever it claims to be. */
export const RECORDING_LIMITS = {
  /** Bytes of the file. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes once unpacked: a small file may unpack to very much. */
  textBytes: 192 * 1024 * 1024,
  /** Bytes of one line. */
  lineBytes: 16 * 1024 * 1024,
  events: 1_000_000,
} as const;

export type RecordingLimits = { readonly [K in keyof typeof RECORDING_LIMITS]: number };
