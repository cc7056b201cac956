import { z } from "zod";
import { ContainerKey } from "./container.ts";
import { Isolation } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { HostProcess, InsideProcess, Pid, ProcessIdentity, StartStamp } from "./process.ts";

/** What identifies a kernel instance: the same release twice is still two kernels if the boots differ. */
export const Kernel = z.object({
  release: z.string(),
  /** Wall time of boot, ms since the Unix epoch. */
  bootedAt: z.number().nullable(),
  /** Linux: `/proc/sys/kernel/random/boot_id`. */
  bootId: z.string().nullable(),
});
export type Kernel = z.output<typeof Kernel>;

/**
 * "This inside process is that host process", with what proves it. `proven` needs PID and start stamp from both
 * sides; `likely` is a PID match whose start stamp could not be read.
 */
export const Link = z.object({
  insidePid: Pid,
  hostPid: Pid,
  start: StartStamp.nullable(),
  /** That start as wall time on the host, ms since the Unix epoch; null when not told. For display only. */
  startedAt: z.number().nullable(),
  certainty: z.enum(["proven", "likely"]),
  /** What comparing the starts of both sides came to; only `same` proves. */
  starts: z.enum(["same", "same-second", "unread-inside", "unread-host"]),
  /** What the kernel itself says that ties the two numbers: "NSpid 48213 7", "server silo 7"; "" when nothing. */
  tie: z.string(),
  /** The evidence in words a reader can check, e.g. "NSpid 48213 7, start time matches too". */
  evidence: z.string(),
});
export type Link = z.output<typeof Link>;

export const Worker = ProcessIdentity.extend({
  name: z.string(),
  command: z.string().nullable(),
  /** How it is known to be this VM's worker process; absent where the engine started it itself. */
  evidence: z.string().optional(),
});

/** The side-by-side view of one container at one moment. */
export const Scope = z.object({
  key: ContainerKey,
  isolation: Isolation.nullable(),
  /** The container's own command, as an inside PID; null when not running or not found. */
  mainPid: Pid.nullable(),
  inside: z.array(InsideProcess),
  /** What the inside list was read with, e.g. `docker top`, `ps` in the guest. */
  insideSource: z.string(),
  /** Why the inside list is missing or old; null when it is fresh. */
  insideError: IsoscopeError.nullable(),
  /** Host rows that belong to this container: linked processes, or the worker. The whole table is its own topic. */
  related: z.array(HostProcess),
  /** How those of them are known to be its that only their server silo (Windows) tells; absent when there is none. */
  relatedEvidence: z.string().optional(),
  hostCount: z.number().int(),
  links: z.array(Link),
  worker: Worker.nullable(),
  hostKernel: Kernel,
  containerKernel: Kernel.nullable(),
  /** `shared` and `separate` need boot id or boot time from both sides. */
  kernels: z.enum(["shared", "separate", "unknown"]),
  kernelEvidence: z.string(),
  insideAt: z.number().nullable(),
  hostAt: z.number(),
});
export type Scope = z.output<typeof Scope>;
