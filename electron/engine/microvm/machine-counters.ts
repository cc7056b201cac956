import { readFile } from "node:fs/promises";
import type { ProcessIdentity } from "../../contract/process.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { Clock } from "../engine.ts";
import { fieldsAfterName, startOf } from "./process-identity.ts";
import { QEMU } from "./qemu-args.ts";
import type { Vm } from "./vm.ts";

/** Linux counts CPU time for programs in hundredths of a second, whatever its own tick (USER_HZ). */
const MS_PER_TICK = 10;

const NO_NETWORK = "A micro-VM has no network card.";

/** What one machine has used: QEMU's own process on the host, and QEMU's count of what its disks moved. */
export async function machineCounters(
  vm: Pick<Vm, "worker" | "diskBytes">,
  clock: Clock,
): Promise<ResourceCounters> {
  const [own, disk] = await Promise.all([processUse(vm.worker), vm.diskBytes()]);
  const gone = own === null ? { cpu: "QEMU's process is gone.", memory: "QEMU's process is gone." } : {};
  return {
    at: clock.now(),
    cpuMs: own?.cpuMs ?? null,
    memoryBytes: own?.rssBytes ?? null,
    memoryMeans: `Resident memory of the worker process ${QEMU}`,
    rxBytes: null,
    txBytes: null,
    readBytes: disk?.read ?? null,
    writeBytes: disk?.written ?? null,
    source: "QEMU",
    why: { ...gone, network: NO_NETWORK, ...(disk ? {} : { disk: "QEMU told no disk bytes." }) },
  };
}

interface ProcessUse {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** Null when the process is gone, also when another has its number. */
async function processUse({ pid, start }: ProcessIdentity): Promise<ProcessUse | null> {
  try {
    const [stat, status] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "latin1"),
      readFile(`/proc/${pid}/status`, "latin1"),
    ]);
    return startOf(stat) === start ? processUseIn(stat, status) : null;
  } catch {
    return null;
  }
}

/** Fields 14 and 15 of `/proc/PID/stat` are user and system time; VmRSS in `status` is in KiB. */
export function processUseIn(stat: string, status: string): ProcessUse | null {
  const fields = fieldsAfterName(stat);
  const ticks = Number(fields[11]) + Number(fields[12]);
  const rss = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  if (!Number.isFinite(ticks) || rss === undefined) return null;
  return { cpuMs: ticks * MS_PER_TICK, rssBytes: Number(rss) * 1024 };
}
