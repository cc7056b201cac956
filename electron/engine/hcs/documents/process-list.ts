import { z } from "zod";
import { lenient } from "./parse-document.ts";
import { Uint64 } from "./uint64.ts";

/** One process of a ProcessList. Times in 100 ns, memory in bytes; `CreateTimestamp` is UTC. */
export const ProcessDetails = z.object({
  ProcessId: z.number().int().nonnegative(),
  ImageName: lenient(z.string()),
  CreateTimestamp: lenient(z.string()),
  UserTime100ns: lenient(Uint64),
  KernelTime100ns: lenient(Uint64),
  MemoryCommitBytes: lenient(Uint64),
  MemoryWorkingSetPrivateBytes: lenient(Uint64),
  MemoryWorkingSetSharedBytes: lenient(Uint64),
});
export type ProcessDetails = z.output<typeof ProcessDetails>;
