import { z } from "zod";
import { Action, Capability, EngineId, Isolation } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { ProcessIdentity } from "./process.ts";

/** `engine/id`: names one container over all engines. The id is percent-encoded, since HCS ids may hold any character. */
export const ContainerKey = z
  .string()
  .min(3)
  .max(1_000)
  .regex(/^[a-z][a-z0-9-]*\/[A-Za-z0-9_.!~*'()%-]+$/);
export type ContainerKey = z.output<typeof ContainerKey>;

export const ContainerState = z.enum([
  "created",
  "starting",
  "running",
  "paused",
  "stopping",
  "exited",
  "failed",
  "removing",
  "unknown",
]);
export type ContainerState = z.output<typeof ContainerState>;

export const Port = z.object({
  hostIp: z.string().nullable(),
  hostPort: z.number().int().nullable(),
  containerPort: z.number().int(),
  protocol: z.enum(["tcp", "udp", "sctp"]),
});
export type Port = z.output<typeof Port>;

/**
 * What the host shows of a container. `processes`: its processes are host processes, `main` the container's own
 * command, `others` how many more have a host row. `worker`: one worker process (vmwp, qemu) wraps the whole VM.
 */
export const Footprint = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({
    kind: z.literal("processes"),
    main: ProcessIdentity.nullable(),
    others: z.number().int(),
    /** How those are known to be its that neither the system nor the engine names; absent when there is none. */
    evidence: z.string().optional(),
  }),
  z.object({
    kind: z.literal("worker"),
    worker: ProcessIdentity.extend({ name: z.string() }),
    /** How the worker is known to be this VM's; absent where the engine started it itself. */
    evidence: z.string().optional(),
  }),
  z.object({ kind: z.literal("unknown"), why: z.string() }),
]);
export type Footprint = z.output<typeof Footprint>;

/** One container of one engine, as the fleet publishes it. Times are ms since the Unix epoch. */
export const Container = z.object({
  key: ContainerKey,
  engine: EngineId,
  id: z.string(),
  name: z.string(),
  image: z.object({ ref: z.string(), id: z.string().nullable(), osVersion: z.string().nullable() }),
  command: z.string(),
  /** Null when unknown; `isolationEvidence` says how it is known, or why it is not. */
  isolation: Isolation.nullable(),
  isolationEvidence: z.string(),
  state: ContainerState,
  exitCode: z.number().int().nullable(),
  failure: IsoscopeError.nullable(),
  createdAt: z.number().nullable(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  ports: z.array(Port),
  /** Who made it: docker, podman, containerd, wsl, sandbox, isoscope, else the owner's own word. */
  owner: z.string(),
  tty: z.boolean(),
  interactive: z.boolean(),
  footprint: Footprint,
  actions: z.record(Action, Capability),
});
export type Container = z.output<typeof Container>;

/** One sample of what a container uses now, taken from the host process table while somebody watches. */
export const Usage = z.object({
  key: ContainerKey,
  /** Share of one CPU, percent; null until two samples exist. */
  cpuPercent: z.number().nullable(),
  /** Resident bytes of its host processes, or of its worker process under VM isolation. */
  memoryBytes: z.number().nullable(),
  /** What `memoryBytes` counts, in words. */
  memoryMeans: z.string(),
  sampledAt: z.number(),
});
export type Usage = z.output<typeof Usage>;

export const Image = z.object({
  /** `engine/id` */
  key: z.string(),
  engine: EngineId,
  id: z.string(),
  refs: z.array(z.string()),
  sizeBytes: z.number().nullable(),
  os: z.string(),
  architecture: z.string(),
  osVersion: z.string().nullable(),
  /** How many layers its filesystem has; null when not told. */
  layers: z.number().int().nullable(),
  createdAt: z.number().nullable(),
  /** The image's own entry point and command, joined; empty when it has neither. */
  defaultCommand: z.array(z.string()),
});
export type Image = z.output<typeof Image>;
