/**
 * What Microsoft's page "Isolation Modes" prints (learn.microsoft.com, Windows containers, hyperv-container): the commands,
 * the PIDs of `docker top`, and the rows of `Get-Process`. Nothing else is published there, start times neither.
 */
export const PUBLISHED = {
  page: "learn.microsoft.com/virtualization/windowscontainers/manage-containers/hyperv-container",
  image: "mcr.microsoft.com/windows/servercore:ltsc2019",
  command: ["ping", "localhost", "-t"],
  /** Under process isolation, on both sides. */
  ping: { pid: 3964, handles: 67, npmKb: 5, pmKb: 820, wsKb: 3836, cpuSeconds: 0.03, session: 3 },
  /** Under Hyper-V isolation, inside only. */
  guestPing: { pid: 1732 },
  /** What the host shows instead. */
  vmwp: { pid: 2376, handles: 1737, npmKb: 15, pmKb: 39_452, wsKb: 19_620, cpuSeconds: 5.55, session: 0 },
} as const;

/** The published columns of a row of Get-Process. */
export type PublishedRow = typeof PUBLISHED.ping | typeof PUBLISHED.vmwp;
