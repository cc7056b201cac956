import { readFile } from "node:fs/promises";
import type { HostProcess } from "../../contract/process.ts";
import type { HostCosts, MemoryReading } from "../host-costs.ts";
import { UNKNOWN_START } from "../process-reader.ts";
import { parseSmapsRollup } from "./parse-smaps-rollup.ts";
import { parseStat } from "./parse-stat.ts";
import { errnoOf, meansDenied, meansGone } from "./read-file.ts";
import { readSystemConstants } from "./system-constants.ts";

const unread = (why: string): MemoryReading => ({ privateBytes: null, proportionalBytes: null, why });
const GONE = unread("It had ended.");

/** Linux: `smaps_rollup` needs the right to trace the process. */
export function linuxCosts(now: () => number, proc = "/proc"): HostCosts {
  const { msPerTick } = readSystemConstants(proc);
  return {
    counter: "smaps",
    startResolutionMs: msPerTick,
    memory: (row) => readMemory(row, proc),
    startedAt: async ({ start }) => {
      if (start === UNKNOWN_START) return null;
      const boot = await bootedAt(now, proc);
      return boot === null ? null : boot + Number(start) * msPerTick;
    },
  };
}

/** Boot as wall time to 10 ms: the `btime` line has whole seconds only. */
async function bootedAt(now: () => number, proc: string): Promise<number | null> {
  const seconds = Number.parseFloat(await readFile(`${proc}/uptime`, "utf8").catch(() => ""));
  return Number.isNaN(seconds) ? null : now() - seconds * 1000;
}

async function readMemory({ pid, start }: HostProcess, proc: string): Promise<MemoryReading> {
  const directory = `${proc}/${pid}`;
  try {
    const rollup = parseSmapsRollup(await readFile(`${directory}/smaps_rollup`, "utf8"));
    // The number may have gone to another process meanwhile.
    const stat = parseStat(await readFile(`${directory}/stat`, "utf8"));
    if (stat?.start !== start) return GONE;
    return rollup ? { ...rollup, why: null } : unread("The kernel tells no memory of it.");
  } catch (thrown) {
    return unread(reasonFor(errnoOf(thrown)));
  }
}

function reasonFor(error: number): string {
  if (meansGone(error)) return "It had ended, or this kernel has no smaps_rollup.";
  return meansDenied(error)
    ? "This user may not read its memory: run Isoscope as root."
    : `Reading its memory failed with errno ${error}.`;
}
