export interface StatusFields {
  /** Decimal. Right also for processes that may not be dumped, whose `/proc` directory belongs to root. */
  readonly effectiveUid: string | null;
  /** The NSpid line, from the reader's PID namespace to the innermost; null when the kernel gives none. */
  readonly nsPids: readonly number[] | null;
}

/** Reads the two lines of `/proc/PID/status` the table needs. Names cannot fake a line: the kernel escapes newlines. */
export function parseStatus(text: string): StatusFields {
  const uids = /^Uid:\s+\d+\s+(\d+)/m.exec(text);
  const pids = /^NSpid:((?:[ \t]+\d+)+)/m.exec(text);
  return {
    effectiveUid: uids?.[1] ?? null,
    nsPids: pids?.[1]?.trim().split(/\s+/).map(Number) ?? null,
  };
}
