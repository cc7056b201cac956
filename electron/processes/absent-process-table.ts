import { release } from "node:os";
import type { IsoscopeError } from "../contract/errors.ts";
import { IsoscopeFailure } from "../contract/failure.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { HostProcess } from "../contract/process.ts";
import type { ProcessTable } from "./process-table.ts";

/**
 * Stands where this platform has no host process table yet: everything that needs none keeps working. It has no rows
 * and says so, and its samples reject with the reason.
 */
export function absentProcessTable(error: IsoscopeError, reason: string): ProcessTable {
  return {
    facts: { reader: "proc", births: "polling", notes: [reason] },
    live: new LiveStore<HostProcess>(),
    sample: () => Promise.reject(new IsoscopeFailure(error)),
    everyMs: 1_000,
    readEvery: () => {},
    kernel: { release: release(), bootedAt: null, bootId: null },
    [Symbol.asyncDispose]: async () => {},
  };
}
