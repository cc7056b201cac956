/** What names a host process in lists: its PID alone could be another process a moment later. */
export const identityKey = (process: { readonly pid: number; readonly start: string }): string =>
  `${process.pid}:${process.start}`;
