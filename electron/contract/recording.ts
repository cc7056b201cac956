import { z } from "zod";
import { Container, Image } from "./container.ts";
import { HostInfo } from "./contract.ts";
import { EngineId, EngineStatus, Isolation } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { HostProcess, InsideProcess, Pid, ProcessIdentity } from "./process.ts";
import { Kernel } from "./scope.ts";
import { ResourceCounters } from "./stats.ts";

/**
 * A recording's file: JSON lines, plain or gzip, named `*.isoscope`. The first line is the {@link RecordingHeader}, each
 * further one a {@link RecordingEvent} in order of time, the last the {@link RecordingEnd}. It holds what the fleet was told
 * (engines, host, the inside of containers), not what it made of that: scopes and links are worked out again on replay.
 */
export const RECORDING_FORMAT = "isoscope-recording";
/** Grows when a reader of the old would misread the new. */
export const RECORDING_VERSION = 1;

/** ms since the start of the recording: a day at most. */
const Offset = z.number().min(0).max(86_400_000);
/** An engine's own id of a container. A lone surrogate could not become part of a key. */
export const RecordedId = z
  .string()
  .min(1)
  .max(300)
  .regex(/^\P{Surrogate}+$/u);

export const RecordingHeader = z.object({
  format: z.literal(RECORDING_FORMAT),
  version: z.literal(RECORDING_VERSION),
  title: z.string().min(1).max(200),
  /** One sentence about what it is made of; null when there is nothing more to say. */
  note: z.string().max(2_000).nullable(),
  /** ms since the Unix epoch. */
  recordedAt: z.number().min(0),
  durationMs: Offset,
  /** The host it was recorded on. */
  host: HostInfo,
  /** In the order in which they are asked to launch, each as it was at the start. */
  engines: z.array(z.object({ sees: z.enum(["own", "host"]).default("own"), status: EngineStatus })).max(16),
  /** Whether what containers print is in it. */
  output: z.boolean(),
  /** What could not be recorded, in words. */
  gaps: z.array(z.string().max(1_000)).max(100).default([]),
});
export type RecordingHeader = z.output<typeof RecordingHeader>;

/** A container as its engine described it: `EngineContainer` of `electron/engine/engine.ts`, whose comments hold here. */
export const RecordedContainer = Container.omit({ key: true, engine: true, footprint: true }).extend({
  id: RecordedId,
  mainPid: Pid.nullable(),
  guestPid: Pid.nullable().default(null),
  worker: ProcessIdentity.extend({ name: z.string() }).nullable(),
  utilityVm: z.object({ runtimeId: z.string(), startedAt: z.number().nullable() }).nullable().default(null),
  hostProcesses: z.array(ProcessIdentity).default([]),
  hostProcessesBy: z.string().nullable().default(null),
});
export type RecordedContainer = z.output<typeof RecordedContainer>;

/** The container's own list. `rows: null` is the list of before, read again at `at`. */
const Inside = z.union([
  z.object({ at: z.number(), source: z.string(), rows: z.array(InsideProcess).nullable() }),
  z.object({ error: IsoscopeError }),
]);

const Event = { t: Offset };
const Of = { ...Event, engine: EngineId, id: RecordedId };

/** What changed at `t`. */
export const RecordingEvent = z.discriminatedUnion("kind", [
  /** An engine's status, whole. */
  z.object({ ...Event, kind: z.literal("engine"), status: EngineStatus }),
  z.object({
    ...Event,
    kind: z.literal("containers"),
    engine: EngineId,
    upsert: z.array(RecordedContainer).default([]),
    remove: z.array(RecordedId).default([]),
  }),
  z.object({
    ...Event,
    kind: z.literal("images"),
    engine: EngineId,
    upsert: z.array(Image).default([]),
    /** By `key`. */
    remove: z.array(z.string()).default([]),
  }),
  /** The host's table. Rows are named `pid:start`; a patch holds the columns that changed of a row that is there. */
  z.object({
    ...Event,
    kind: z.literal("processes"),
    upsert: z.array(HostProcess).default([]),
    patch: z.array(z.tuple([z.string(), HostProcess.omit({ pid: true, start: true }).partial()])).default([]),
    remove: z.array(z.string()).default([]),
  }),
  /** What was read of one container. A part that is absent is as before. */
  z.object({
    ...Of,
    kind: z.literal("witness"),
    inside: Inside.optional(),
    /** What its engine says it runs on; null is the host's own. */
    kernel: Kernel.nullable().optional(),
    /** The container's own procfs, read from the host (Linux); null where that could not be done. */
    readings: z
      .array(ProcessIdentity.extend({ name: z.string().optional() }))
      .nullable()
      .optional(),
    /** The kernel as that procfs tells it. */
    insideKernel: Kernel.nullable().optional(),
    counters: z.union([ResourceCounters, z.object({ error: IsoscopeError })]).optional(),
    /** The engine's own description, values of environment variables masked. */
    inspect: z.record(z.string(), z.unknown()).optional(),
  }),
  /** What a container printed. */
  z.object({
    ...Of,
    kind: z.literal("output"),
    source: z.enum(["stdout", "stderr", "tty"]),
    text: z.string(),
    /** When the engine says it was printed, ms since the Unix epoch. */
    at: z.number().nullable(),
  }),
  /** A moment worth going to. */
  z.object({ ...Event, kind: z.literal("mark"), label: z.string().min(1).max(200) }),
  /**
   * A launch that can be played by hand: launching this image and command under this isolation shows the container as it was
   * at `shownMs`, and stopping it as it was at `endedMs`. It may stand anywhere after `shownMs`.
   */
  z.object({
    ...Of,
    kind: z.literal("take"),
    isolation: Isolation,
    image: z.string(),
    /** As the container's row shows it. */
    command: z.string(),
    /** When its row, its processes and its inside list were all there. */
    shownMs: Offset,
    /** When its row said that it has ended; null when that was not seen. */
    endedMs: Offset.nullable(),
    /** Host rows, `pid:start`, that are there because of it: its processes, or the worker of its VM. */
    processes: z.array(z.string()).max(100_000),
  }),
]);
export type RecordingEvent = z.output<typeof RecordingEvent>;
export type RecordingEventInput = z.input<typeof RecordingEvent>;

/** The last line, by which a file that was cut or changed is found. */
export const RecordingEnd = z.object({
  kind: z.literal("end"),
  /** How many events the file has. */
  events: z.number().int().min(0),
  /** SHA-256 of all lines before this one, each with its newline, in lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
