import { z } from "zod";
import { CompareId, CompareSpec, Comparison } from "./compare.ts";
import { Container, ContainerKey, Image, Usage } from "./container.ts";
import { CostRecord, OneCost } from "./cost.ts";
import { DaemonConfig, DaemonPreview, DaemonWish } from "./daemon-config.ts";
import { call, live, stream } from "./define.ts";
import { AppEvent, MeterReading } from "./diagnostics.ts";
import { CheckAgain, ChosenFix, Finding } from "./doctor.ts";
import { Action, EngineId, EngineStatus } from "./engine.ts";
import { ExportChunk, ImageKey, UploadAsk, UploadFile, UploadPart } from "./image.ts";
import { Job, JobId, LaunchSpec } from "./launch.ts";
import { LogBatch } from "./logs.ts";
import { ProcessOwner } from "./owner.ts";
import { HostProcess } from "./process.ts";
import { Kernel, Scope } from "./scope.ts";
import {
  OpenAsk,
  RecordingChunk,
  RecordingFile,
  RecordingState,
  ReplayControl,
  Session,
  StartRecording,
} from "./session.ts";
import { AppSettings } from "./settings.ts";
import { StatsSample } from "./stats.ts";
import { ConsoleInput, OutputChunk } from "./streams.ts";

const Nothing = z.object({}).strict().default({});
const OneContainer = z.object({ key: ContainerKey }).strict();

/** What the rules of isolation ask of this machine. Null is not known. */
export const Machine = z.object({
  /** Docker's word: amd64, arm64. */
  architecture: z.string(),
  /** Null on any other system than Windows. */
  windows: z
    .object({
      /** 20348 */
      build: z.number().int().nullable(),
      /** The fourth number of the version. */
      revision: z.number().int().nullable(),
      sku: z.enum(["server", "client"]).nullable(),
      /** The edition's own name, e.g. "ServerStandard", "Professional". */
      edition: z.string().nullable(),
    })
    .nullable(),
  /** Whether Hyper-V, on Linux KVM, can be used, and how that is known. */
  hypervisor: z.object({ usable: z.boolean().nullable(), why: z.string() }),
  /** Linux: other architectures whose programs are run by emulation, in Docker's words. Null is not known. */
  emulates: z.array(z.string()).nullable(),
});
export type Machine = z.output<typeof Machine>;

/** The host and how this app looks at it. */
export const HostInfo = z.object({
  hostName: z.string(),
  platform: z.enum(["linux", "win32", "darwin"]),
  kernel: Kernel,
  machine: Machine,
  appVersion: z.string(),
  /** Whether it runs with all rights; null where that is not known. */
  elevated: z.boolean().nullable(),
  /** Logical CPUs: 100 % CPU in a row is one of these. */
  cpus: z.number().int(),
  /** The platform's words for the two isolations. */
  words: z.object({ process: z.string(), hyperv: z.string() }),
  /** How births and deaths of processes are learnt: the kernel's process connector, or polling. */
  births: z.enum(["connector", "polling"]),
  /** Which reader fills the host process table. */
  processReader: z.enum(["native", "proc"]),
  /** The image that is always there, and what the demo runs in it. */
  demo: z.object({ image: z.string(), command: z.array(z.string()) }),
});
export type HostInfo = z.output<typeof HostInfo>;

/** The host process table in short, for status bars: one item, keyed `host`. */
export const HostCensus = z.object({
  processes: z.number().int(),
  /** When the table was last read, ms since the Unix epoch. */
  sampledAt: z.number(),
});
export type HostCensus = z.output<typeof HostCensus>;

/** The only door to the outside. Every front door (window, web host, command line, tests) speaks this. */
export const contract = {
  "host.info": call(Nothing, HostInfo),
  "host.census": live(Nothing, HostCensus),
  "engines.watch": live(Nothing, EngineStatus),
  /** Tries an engine that is not live again at once instead of waiting for its back-off. */
  "engines.retry": call(z.object({ engine: EngineId }).strict(), z.object({})),
  "containers.watch": live(Nothing, Container),
  /** CPU and memory at 1 Hz; sampling runs only while somebody watches. */
  "usage.watch": live(Nothing, Usage),
  /** What one container uses, sampled while somebody watches; one item, keyed by the container's key. */
  "stats.watch": live(OneContainer, StatsSample),
  /** Starts a job; the job ends `done` once the container runs, or `failed` with nothing left behind. */
  "containers.launch": call(LaunchSpec, z.object({ job: JobId })),
  "containers.control": call(
    z
      .object({
        key: ContainerKey,
        action: Action,
        signal: z
          .string()
          .regex(/^[A-Z0-9]{1,12}$/)
          .optional(),
      })
      .strict(),
    z.object({}),
  ),
  /** The engine's own description as JSON. Values of environment variables are masked unless `reveal` asks for them. */
  "containers.inspect": call(
    OneContainer.extend({ reveal: z.boolean().default(false) }),
    z.object({ document: z.record(z.string(), z.unknown()) }),
  ),
  "containers.logs": stream(
    z
      .object({
        key: ContainerKey,
        follow: z.boolean().default(true),
        tail: z.number().int().min(0).max(1_000_000).default(1000),
      })
      .strict(),
    LogBatch,
    z.never(),
  ),
  /** `exec` empty attaches to the container's own command, else runs a further one beside it. */
  "containers.console": stream(
    z
      .object({
        key: ContainerKey,
        exec: z.array(z.string().max(32_768)).max(1000).default([]),
        columns: z.number().int().min(1).max(1000).default(80),
        rows: z.number().int().min(1).max(1000).default(24),
      })
      .strict(),
    OutputChunk,
    ConsoleInput,
  ),
  /** The side-by-side view; one item, keyed by the container's key. */
  "scope.watch": live(OneContainer, Scope),
  /** Every process of the host, keyed `pid:start`. */
  "processes.watch": live(Nothing, HostProcess),
  /** Whose each of them is, by the same keys; only those shown to be some container's. */
  "owners.watch": live(Nothing, ProcessOwner),
  "images.watch": live(Nothing, Image),
  "images.import": call(
    z
      .object({
        engine: EngineId.optional(),
        path: z.string().min(1).max(4096),
        ref: z.string().min(1).max(400),
      })
      .strict(),
    z.object({ job: JobId }),
  ),
  /**
   * Takes a file in that the client has, part by part as the server asks for it: an archive of images or a root filesystem,
   * plain or gzip. Closing the stream undoes it.
   */
  "images.upload": stream(UploadFile, UploadAsk, UploadPart),
  /** All references of an image, as an archive that `images.upload` takes. */
  "images.export": stream(z.object({ key: ImageKey }).strict(), ExportChunk, z.never()),
  /** Removes the image with all its references, or nothing: `conflict` when a container uses it. */
  "images.remove": call(z.object({ key: ImageKey }).strict(), z.object({})),
  "jobs.watch": live(Nothing, Job),
  "jobs.cancel": call(z.object({ job: JobId }).strict(), z.object({})),
  /** Runs one image and command under both isolations, in turn. One comparison at a time: a second is a `conflict`. */
  "compare.start": call(CompareSpec, z.object({ comparison: CompareId })),
  /** The last comparisons, oldest first; live while one runs. */
  "compare.watch": live(Nothing, Comparison),
  /** Ends it and removes what it made. One that has ended is left as it is. */
  "compare.stop": call(z.object({ comparison: CompareId }).strict(), z.object({})),
  /** What was measured on this host before, oldest first; kept over starts of the app. */
  "cost.watch": live(Nothing, CostRecord),
  /** One of these, as it was when it ended. */
  "cost.open": call(OneCost, Comparison),
  /** Forgets one for good. */
  "cost.remove": call(OneCost, z.object({})),
  /** What the screens show: this host now, or a recording. One item, keyed `session`. */
  "session.watch": live(Nothing, Session),
  /** Shows a recording the client has, sent part by part. Closing the stream before `open` leaves all as it was. */
  "session.open": stream(RecordingFile, OpenAsk, UploadPart),
  /** Shows a recording that lies on the host. */
  "session.openFile": call(z.object({ path: z.string().min(1).max(4096) }).strict(), z.object({})),
  /** Shows the recording that is shipped with the app. */
  "session.openBuiltIn": call(Nothing, z.object({})),
  /** Back to this host. */
  "session.close": call(Nothing, z.object({})),
  /** Refused with `conflict` when no recording is shown. */
  "session.control": call(ReplayControl, z.object({})),
  /** One at a time: a second is a `conflict`. */
  "recording.start": call(StartRecording, z.object({})),
  "recording.stop": call(Nothing, RecordingState),
  /** The file of the recording that is ready. */
  "recording.save": stream(Nothing, RecordingChunk, z.never()),
  "recording.discard": call(Nothing, z.object({})),
  /** dockerd's configuration file on this host: what it says of the default isolation. */
  "daemonConfig.read": call(Nothing, DaemonConfig),
  /** The lines a change would touch. `conflict` when the file is not the one that was read. */
  "daemonConfig.preview": call(DaemonWish, DaemonPreview),
  /** Changes that setting alone, keeps the file as it was beside it, and restarts nothing. */
  "daemonConfig.change": call(DaemonWish, z.object({ backup: z.string().nullable() })),
  /** One item, keyed `app`. */
  "settings.watch": live(Nothing, AppSettings),
  /** Changes them for every page, and keeps them. */
  "settings.change": call(AppSettings.strict(), z.object({})),
  /** How much is asked of engines and the host, published once a second while somebody watches. */
  "diagnostics.watch": live(Nothing, MeterReading),
  /** The last events, oldest first. */
  "events.watch": live(Nothing, AppEvent),
  /** What each check found, keyed by its id; they run when somebody watches first. */
  "doctor.watch": live(Nothing, Finding),
  /** Runs checks again and answers when all of them have told. */
  "doctor.check": call(CheckAgain, z.object({})),
  /** Runs the command of a fix that a finding offers, after a person has agreed to it; then its check runs again. */
  "doctor.fix": call(ChosenFix, z.object({ job: JobId })),
} as const;

export type IsoscopeContract = typeof contract;
