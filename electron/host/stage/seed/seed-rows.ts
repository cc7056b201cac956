import type { HostProcess, InsideProcess, WindowsCounters } from "../../../contract/process.ts";
import { PUBLISHED, type PublishedRow } from "../../../model/published-figures.ts";
import { SEED_AT, seedStamp } from "./seed-times.ts";

/** The VM of the container under Hyper-V isolation; set by us, and made so that it shows. */
export const SEED_VM = "5EED0000-0000-4000-8000-000000000002";

const NOT_PUBLISHED = "Microsoft’s page does not print it.";
const COMMAND = PUBLISHED.command.join(" ");

const NOTHING = {
  ...{ startedAt: null, ppid: 0, command: null, user: null, cpuMs: null, cpuPercent: null, rssBytes: null },
  ...{ threads: null, nsPids: null, containerId: null, unreadable: NOT_PUBLISHED },
} as const;

const NO_COUNTERS: WindowsCounters = {
  ...{ handles: null, nonPagedBytes: null, pagedBytes: null, virtualBytes: null, sessionId: null },
  siloId: null,
};

const KIB = 1024;

function published(name: string, figures: PublishedRow, atMs: number): HostProcess {
  return {
    ...NOTHING,
    ...{ pid: figures.pid, start: seedStamp(atMs), name },
    cpuMs: figures.cpuSeconds * 1000,
    rssBytes: figures.wsKb * KIB,
    windows: {
      ...NO_COUNTERS,
      handles: figures.handles,
      nonPagedBytes: figures.npmKb * KIB,
      pagedBytes: figures.pmKb * KIB,
      sessionId: figures.session,
    },
  };
}

/** Get-Process -Name ping, while the container under process isolation runs. */
export const pingRow: HostProcess = {
  ...published("PING", PUBLISHED.ping, SEED_AT.processLaunched),
  command: COMMAND,
};

/** Get-Process -Name vmwp, while the container under Hyper-V isolation runs. */
export const vmwpRow: HostProcess = {
  ...published("vmwp", PUBLISHED.vmwp, SEED_AT.hypervLaunched),
  user: `NT VIRTUAL MACHINE\\${SEED_VM}`,
};

/** Every Windows host has it, with this number. The one row that is not on the page. */
export const systemRow: HostProcess = {
  ...NOTHING,
  ...{ pid: 4, start: "1", name: "System", windows: NO_COUNTERS },
};

/** The one line of `docker top` that is printed. */
export const insidePing = (pid: number, hostPid: number | null, atMs: number): InsideProcess => ({
  ...{ pid, hostPid, ppid: null, start: seedStamp(atMs), startedAt: null, name: "ping", command: "ping" },
  ...{ user: null, cpuMs: null, cpuPercent: null, rssBytes: null },
});
