import { z } from "zod";
import { Capability, EngineId } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { Job, JobId } from "./launch.ts";

/** Name of a check or of a fix, stable over versions: `docker.engine`. */
const Id = z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/);
export const CheckId = Id;
export const FixId = Id;

/** `unknown`: it could not be found out, and `found` says why. `not-applicable`: it plays no part here. */
export const FindingState = z.enum(["ok", "warning", "problem", "unknown", "not-applicable"]);
export type FindingState = z.output<typeof FindingState>;

/** `isolation` is what a VM per container needs: Hyper-V, on Linux QEMU and KVM. */
export const DoctorCategory = z.enum(["docker", "isolation", "host", "storage", "app"]);
export type DoctorCategory = z.output<typeof DoctorCategory>;

const Named = { id: FixId, title: z.string() };

/** A program with its arguments, run without a shell, only after a person has read it. */
export const CommandFix = z.object({
  kind: z.literal("command"),
  ...Named,
  /** Exactly what is run. */
  argv: z.array(z.string()).min(1),
  /** The same as one types it in a terminal, with `sudo` where that is needed. */
  typed: z.string(),
  /** What it changes, in a sentence. */
  changes: z.string(),
  /** It needs root, or an administrator. */
  elevated: z.boolean(),
  /** Whose rights it needs, and whether the app has them, in a sentence. */
  rights: z.string(),
  /** Whether the app may run it; a `no` says why, and then it can be copied. */
  runnable: Capability,
  /** What is left to do once it is done: sign in again, restart the host. */
  after: z.string().nullable(),
});
export type CommandFix = z.output<typeof CommandFix>;

/** What a person does by hand. */
export const ManualFix = z.object({
  kind: z.literal("manual"),
  ...Named,
  steps: z.array(z.object({ text: z.string(), command: z.string().nullable() })).min(1),
});

/** Where it is explained. */
export const LinkFix = z.object({ kind: z.literal("link"), ...Named, url: z.url({ protocol: /^https$/ }) });

export const Fix = z.discriminatedUnion("kind", [CommandFix, ManualFix, LinkFix]);
export type Fix = z.output<typeof Fix>;

/** The last run of a fix. Times are ms since the Unix epoch. */
export const FixRun = z.object({
  fix: FixId,
  title: z.string(),
  argv: z.array(z.string()),
  /** Cancels it: `jobs.cancel`. */
  job: JobId,
  state: Job.shape.state,
  /** The end of what it printed, both streams as they came. */
  output: z.string(),
  /** Null while it runs, and when a signal ended it. */
  exitCode: z.number().int().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  error: IsoscopeError.nullable(),
});
export type FixRun = z.output<typeof FixRun>;

/** What one check found. Keyed by `id`, in the order in which they are shown. */
export const Finding = z.object({
  id: CheckId,
  category: DoctorCategory,
  /** What is looked at: "Docker answers". */
  title: z.string(),
  /** The engines that depend on it; empty for what all do. */
  engines: z.array(EngineId),
  state: FindingState,
  /** What was found, in a sentence or two. */
  found: z.string(),
  /** Why it matters. */
  why: z.string(),
  /** Raw facts, for "Details". */
  evidence: z.array(z.object({ name: z.string(), value: z.string() })),
  fixes: z.array(Fix),
  /** Why a problem or warning has no fix here; null where it has. */
  noFix: z.string().nullable(),
  /** Null before the first check has ended, ms since the Unix epoch. */
  checkedAt: z.number().nullable(),
  /** A check is under way; the rest is from the one before. */
  checking: z.boolean(),
  run: FixRun.nullable(),
});
export type Finding = z.output<typeof Finding>;

/** Which checks to run again; none named means all. */
export const CheckAgain = z.object({ ids: z.array(CheckId).max(200).optional() }).strict();

/** A fix of a finding, by name: commands never come from a client. */
export const ChosenFix = z.object({ check: CheckId, fix: FixId }).strict();
