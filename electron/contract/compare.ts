import { z } from "zod";
import { ContainerKey } from "./container.ts";
import { CompareMethod } from "./cost.ts";
import { EngineId, Isolation } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { ImageRef, LaunchSpec } from "./launch.ts";
import { Pid, ProcessIdentity } from "./process.ts";
import { Kernel } from "./scope.ts";

/** What to run under both isolations, and how often in each. */
export const CompareSpec = z
  .object({
    image: ImageRef,
    /** Program and arguments; empty means the image's own command. */
    command: LaunchSpec.shape.command,
    runs: z.union([z.literal(1), z.literal(5), z.literal(10)]),
    /** Leaves the containers of the last run running; every other one is removed. */
    keep: z.boolean().default(false),
  })
  .strict();
export type CompareSpec = z.output<typeof CompareSpec>;

export const CompareId = z.string().min(1).max(64);

/** One phase as the engine itself told it. Times are ms since the run began. */
export const ComparePhase = z.object({
  name: z.string(),
  fromMs: z.number(),
  /** Null while it goes on. */
  toMs: z.number().nullable(),
});
export type ComparePhase = z.output<typeof ComparePhase>;

/** When the command's process came to be, ms since the run began. */
export const FirstProcess = z.object({
  ms: z.number(),
  /** The clock counts in steps of this, ms. */
  resolutionMs: z.number(),
  /**
   * Who says so: the host's process table, when it first had the process under its name; the process' start stamp on the
   * host's kernel; its start stamp in the guest, whose clock was set from the host's at boot; or, where none of these
   * could be had, the engine's word that the command runs.
   */
  source: z.enum(["host-table", "host-stamp", "guest-stamp", "engine"]),
});
export type FirstProcess = z.output<typeof FirstProcess>;

/** When the host's process table first showed something of the container, ms since the run began, and what. */
export const HostSight = z.object({
  ms: z.number(),
  resolutionMs: z.number(),
  pid: Pid,
  name: z.string(),
  /** The container's own command, or the worker process that wraps its VM. */
  role: z.enum(["command", "worker"]),
});
export type HostSight = z.output<typeof HostSight>;

/** One host process that is there because of the container. */
export const AddedProcess = ProcessIdentity.extend({
  name: z.string(),
  role: z.enum(["container", "shim", "worker", "vm-memory"]),
  /** Bytes that would be freed with it; null when not told. */
  privateBytes: z.number().nullable(),
  /** The same and its share of what it has in common with others, bytes; null when not told. */
  proportionalBytes: z.number().nullable(),
  /** Why something of it is null; null when all is known. */
  why: z.string().nullable(),
});
export type AddedProcess = z.output<typeof AddedProcess>;

/** What the container costs the host once it has settled: the sum over every process it added. */
export const MemoryCost = z.object({
  /** Linux: private pages of smaps_rollup. Windows: private commit, and the working set of the VM's memory process. */
  counter: z.enum(["smaps", "windows"]),
  privateBytes: z.number().nullable(),
  proportionalBytes: z.number().nullable(),
  processes: z.array(AddedProcess),
  /** Why a sum is null; null when both are known. */
  why: z.string().nullable(),
});
export type MemoryCost = z.output<typeof MemoryCost>;

/** What both sides showed of one container after it had settled. Null is unknown, and `why` says why. */
export const LaneFacts = z.object({
  /** The command's name, as looked for on the host. */
  program: z.string(),
  pidInside: Pid.nullable(),
  /** The host's number of the very same process; null under VM isolation. */
  pidOnHost: Pid.nullable(),
  /** Host rows that belong to the container. */
  hostRows: z.number().int(),
  worker: z.object({ pid: Pid, name: z.string() }).nullable(),
  /** What the host has under the command's name: PIDs of this container, and how many others. */
  search: z.object({ own: z.array(Pid), others: z.number().int() }),
  hostKernel: Kernel,
  containerKernel: Kernel.nullable(),
  kernels: z.enum(["shared", "separate", "unknown"]),
  kernelEvidence: z.string(),
  memory: MemoryCost,
  why: z.string().nullable(),
});
export type LaneFacts = z.output<typeof LaneFacts>;

/** One launch, measured. Number 0 is the warm-up, which is not counted. */
export const CompareRun = z.object({
  isolation: Isolation,
  number: z.number().int(),
  /** The container's name; "" before it has one. */
  name: z.string(),
  state: z.enum(["waiting", "launching", "settling", "removing", "done", "failed", "stopped", "skipped"]),
  /** ms since the Unix epoch; every other time of the run counts from here. Null before it began. */
  startedAt: z.number().nullable(),
  phases: z.array(ComparePhase),
  /** When the engine said the command runs, ms since the run began. */
  launchedMs: z.number().nullable(),
  firstProcess: FirstProcess.nullable(),
  hostSight: HostSight.nullable(),
  facts: LaneFacts.nullable(),
  error: IsoscopeError.nullable(),
});
export type CompareRun = z.output<typeof CompareRun>;

/** One comparison from its beginning on. Runs stand in the order in which they are done, one at a time. */
export const Comparison = z.object({
  id: CompareId,
  spec: CompareSpec,
  state: z.enum(["running", "stopping", "done", "stopped"]),
  /** When this was told, ms since the Unix epoch: what goes on has gone on for longer by now. */
  at: z.number(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  engines: z.object({ process: EngineId, hyperv: EngineId }),
  method: CompareMethod,
  runs: z.array(CompareRun),
  /** Containers left running on purpose. */
  kept: z.array(z.object({ key: ContainerKey, isolation: Isolation, name: z.string() })),
  /** Containers that could not be removed, with why. */
  left: z.array(z.object({ name: z.string(), error: IsoscopeError })),
});
export type Comparison = z.output<typeof Comparison>;
