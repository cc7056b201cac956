import type { HostProcess } from "../../contract/process.ts";
import type { HostCosts, MemoryReading } from "../host-costs.ts";

/** The system clock's usual step; start stamps have finer digits than that. */
const CLOCK_STEP_MS = 16;

/**
 * Windows: private commit (the column PM) is what would be freed with a process; it tells no proportional share. The
 * memory of a VM is the working set of its vmmem.
 */
export const windowsCosts: HostCosts = {
  counter: "windows",
  startResolutionMs: CLOCK_STEP_MS,
  memory: async (row, isVmMemory) => readingOf(row, isVmMemory),
  startedAt: async ({ startedAt }) => startedAt,
};

function readingOf({ rssBytes, windows }: HostProcess, isVmMemory: boolean): MemoryReading {
  const privateBytes = isVmMemory ? rssBytes : (windows?.pagedBytes ?? null);
  const why = privateBytes === null ? "Windows does not tell its memory to this user." : null;
  return { privateBytes, proportionalBytes: null, why };
}
