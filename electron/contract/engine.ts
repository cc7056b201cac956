import { z } from "zod";
import { IsoscopeError } from "./errors.ts";

/** Stable name of one configured engine, e.g. `docker` or `microvm`. */
export const EngineId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);
export type EngineId = z.output<typeof EngineId>;

/** The isolation of a running container: shared kernel (`process`) or own kernel in a VM (`hyperv`). */
export const Isolation = z.enum(["process", "hyperv"]);
export type Isolation = z.output<typeof Isolation>;

/** Whether something can be done; a `no` always says why. `note`: what else comes with doing it. */
export const Capability = z.discriminatedUnion("can", [
  z.object({ can: z.literal(true), note: z.string().optional() }),
  z.object({ can: z.literal(false), reason: z.string() }),
]);
export type Capability = z.output<typeof Capability>;

/** `start` runs the command of a container again that has ended; `restart` stops it first where it runs. */
export const Action = z.enum(["start", "stop", "kill", "restart", "pause", "unpause", "remove"]);
export type Action = z.output<typeof Action>;

/** Which holes can be opened at a launch under one isolation; a `no` says why. */
export const HoleCapabilities = z.object({
  folder: Capability,
  /** A named pipe, on Linux a Unix socket. */
  pipe: Capability,
  port: Capability,
  /** A network with a name. */
  network: Capability,
  /** The network of another container. */
  containerNetwork: Capability,
  device: Capability,
});
export type HoleCapabilities = z.output<typeof HoleCapabilities>;

/** What an engine can do, as data. Screens enable by capability and never by an engine's name. */
export const Capabilities = z.object({
  launch: z.object({ process: Capability, hyperv: Capability }),
  /** What may lead through the boundary of a launch. */
  holes: z.object({ process: HoleCapabilities, hyperv: HoleCapabilities }),
  interactive: Capability,
  attach: Capability,
  exec: Capability,
  logs: Capability,
  images: Capability,
  /** Takes a root filesystem. */
  importImage: Capability,
  /** Takes an archive of images. */
  loadImages: Capability,
  exportImage: Capability,
  removeImage: Capability,
  actions: z.object({
    start: Capability,
    stop: Capability,
    kill: Capability,
    restart: Capability,
    pause: Capability,
    unpause: Capability,
    remove: Capability,
  }),
});
export type Capabilities = z.output<typeof Capabilities>;

/**
 * `connecting` first contact under way; `live` events flow; `stale` it was live and is not answering, rows are kept
 * from `since`; `failed` it was never live or cannot be; `stopped` closed on purpose.
 */
export const EngineState = z.enum(["connecting", "live", "stale", "failed", "stopped"]);
export type EngineState = z.output<typeof EngineState>;

export const EngineStatus = z.object({
  id: EngineId,
  /** Shown name: "Docker", "QEMU micro-VM", "Podman". */
  title: z.string(),
  state: EngineState,
  /** When the state was entered, ms since the Unix epoch. */
  since: z.number(),
  /** When data from this engine was last confirmed, ms since the Unix epoch; null before first contact. */
  lastSeen: z.number().nullable(),
  /** Why it is not live; null when live or connecting for the first time. */
  error: IsoscopeError.nullable(),
  /** When the next attempt is due, ms since the Unix epoch; null when none is planned. */
  retryAt: z.number().nullable(),
  /** Address or program, e.g. `unix:///var/run/docker.sock`. */
  endpoint: z.string(),
  version: z.string().nullable(),
  /** True when Isoscope started this engine and stops it with the app. */
  managed: z.boolean(),
  /** Short facts for people: "TCG: KVM did not pass the probe", "API 1.41". */
  notes: z.array(z.string()),
  /** What it found out about Hyper-V, on Linux KVM, by trying it; absent where it has not tried. */
  hypervisor: z.object({ usable: z.boolean().nullable(), why: z.string() }).optional(),
  /** Platform word per isolation, e.g. process: "Shared kernel", hyperv: "Hyper-V" or "micro-VM". */
  capabilities: Capabilities,
  /** What this engine does when a launch names no isolation; absent means `process`. */
  defaultIsolation: Isolation.optional(),
  /** Where that default comes from, in words; absent when the engine has not told. */
  defaultIsolationFrom: z.string().optional(),
});
export type EngineStatus = z.output<typeof EngineStatus>;
