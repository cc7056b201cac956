import type { HostProcess, ProcessIdentity } from "../contract/process.ts";

/** How long before an engine's word that the container runs its command may have begun, or after it. */
const MAIN_START_SLACK_MS = 2_000;

/** What an engine says of the host processes of one container under process isolation. */
export interface NamedProcesses {
  readonly own: readonly ProcessIdentity[];
  readonly mainPid: number | null;
  /** Start of the container, ms since the Unix epoch. */
  readonly startedAt: number | null;
}

/** The server silo that holds a process; null for the host's own, and where Windows does not tell. */
export const siloOf = ({ windows }: HostProcess): number | null => windows?.siloId || null;

/**
 * Host rows that are shown to be the container's: named with their start, or the main process, which has its number and
 * began when the container did. A number alone shows nothing.
 */
export function provenRows(
  { own, mainPid, startedAt }: NamedProcesses,
  hostByPid: (pid: number) => HostProcess | undefined,
): readonly HostProcess[] {
  const main = mainPid === null ? undefined : hostByPid(mainPid);
  const named = own.flatMap(({ pid, start }) => {
    const row = hostByPid(pid);
    return row && row.start === start && row.start !== "0" && row !== main ? [row] : [];
  });
  const isNamed = main && own.some(({ pid, start }) => pid === main.pid && start === main.start);
  return main && (isNamed || beganWith(main, startedAt)) ? [main, ...named] : named;
}

const beganWith = (row: HostProcess, at: number | null): boolean =>
  row.startedAt !== null && at !== null && Math.abs(row.startedAt - at) <= MAIN_START_SLACK_MS;

/** Server silos of these rows, each once. */
export function silosOf(rows: readonly HostProcess[]): readonly number[] {
  return [...new Set(rows.map(siloOf).filter((silo) => silo !== null))];
}

/** How rows are known to be a container's that only its silo tells; null when there is none of them. */
export function siloEvidence(proven: readonly HostProcess[], bySilo: readonly HostProcess[]): string | null {
  if (bySilo.length === 0) return null;
  const silos = silosOf(bySilo).map((silo) => {
    const holds = proven.find((row) => siloOf(row) === silo);
    return holds ? `server silo ${silo}, which holds ${holds.name} ${holds.pid} too` : `server silo ${silo}`;
  });
  return `${bySilo.length} of its host processes by ${silos.join(", ")}`;
}
