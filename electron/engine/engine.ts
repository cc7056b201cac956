import type { ContainerState, Image, Port } from "../contract/container.ts";
import type {
  Action,
  Capabilities,
  Capability,
  EngineId,
  EngineStatus,
  Isolation,
} from "../contract/engine.ts";
import type { IsoscopeError } from "../contract/errors.ts";
import type { StreamSession } from "../contract/handlers.ts";
import type { LaunchHole } from "../contract/hole.ts";
import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";
import type { InsideProcess, ProcessIdentity } from "../contract/process.ts";
import type { Kernel } from "../contract/scope.ts";
import type { ResourceCounters } from "../contract/stats.ts";
import type { ConsoleInput, OutputChunk } from "../contract/streams.ts";
import type { Transfer } from "../contract/transfer.ts";

/** A container as one engine describes it; the fleet adds what the host shows. Times are ms since the Unix epoch. */
export interface EngineContainer {
  /** The engine's full id. */
  readonly id: string;
  readonly name: string;
  readonly image: { readonly ref: string; readonly id: string | null; readonly osVersion: string | null };
  readonly command: string;
  readonly isolation: Isolation | null;
  /** How the isolation is known, or why it is not. */
  readonly isolationEvidence: string;
  readonly state: ContainerState;
  readonly exitCode: number | null;
  readonly failure: IsoscopeError | null;
  readonly createdAt: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly ports: readonly Port[];
  readonly owner: string;
  readonly tty: boolean;
  readonly interactive: boolean;
  /** Host PID of the container's own command (process isolation), where the engine names it. */
  readonly mainPid: number | null;
  /** PID of the container's own command in its utility VM, where the engine names it. */
  readonly guestPid?: number | null;
  /** The worker process that wraps the VM, where this engine started it itself; null otherwise. */
  readonly worker: (ProcessIdentity & { readonly name: string }) | null;
  /** The utility VM, where the host's worker process for it has still to be found (Windows: vmwp by this id). */
  readonly utilityVm?: UtilityVm | null;
  /** Host processes that are its own under process isolation, where the engine itself names them with their start. */
  readonly hostProcesses?: readonly ProcessIdentity[];
  /** Who names these, in short ("HCS"): their starts complete an inside list that has none. */
  readonly hostProcessesBy?: string | null;
  /** Host processes that this engine has started to hand folders of the host to its VM. */
  readonly fileServers?: readonly FileServerProcess[];
  /** What can be done with it in this state; a `no` says why. */
  readonly actions: Readonly<Record<Action, Capability>>;
}

/** A process of the host that serves this folder of it to a VM. */
export type FileServerProcess = ProcessIdentity & { readonly source: string };

/** A VM as the host names it. */
export interface UtilityVm {
  /** HCS RuntimeId: GUID without braces, any case. */
  readonly runtimeId: string;
  /** ms since the Unix epoch; null when not told. */
  readonly startedAt: number | null;
}

/** A launch the fleet has checked and resolved: this engine, this isolation. */
export interface EngineLaunch {
  readonly image: string;
  /** Empty means the image's own command. */
  readonly command: readonly string[];
  readonly isolation: Isolation;
  readonly interactive: boolean;
  readonly name: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly memoryBytes: number | null;
  readonly cpus: number | null;
  readonly holes: readonly LaunchHole[];
}

export interface Progress {
  readonly phase: string;
  readonly current?: number;
  readonly total?: number | null;
  readonly unit?: "bytes" | "steps";
  /** Only of work that brings images in; absent leaves what was told before. */
  readonly transfer?: Transfer;
}

export interface WorkContext {
  /** When aborted, the engine undoes what it began and rejects with `cancelled`. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface InspectOptions {
  /** True only where a person has asked to see the values of environment variables. */
  readonly reveal: boolean;
}

export interface LogOptions {
  readonly follow: boolean;
  /** How many of the last lines to begin with. */
  readonly tail: number;
}

export interface ConsoleOptions {
  /** Empty attaches to the container's own command, else a further command is run. */
  readonly exec: readonly string[];
  readonly columns: number;
  readonly rows: number;
}

/** The inside list of one container, and what it was read with ("docker top", "ps in the guest"). */
export interface InsideList {
  readonly rows: readonly InsideProcess[];
  readonly source: string;
  /** When it was read, ms since the Unix epoch. */
  readonly at: number;
}

/**
 * One driver for one backend. It knows nothing of other engines and never throws anything but `IsoscopeFailure`.
 * Reconnecting, back-off and resync are its own business and visible in its status.
 */
export interface Engine extends AsyncDisposable {
  readonly id: EngineId;
  /**
   * `host` lists what others made, too (HCS: every compute system). Where such a row has the id of another engine's row
   * it only fills that row's gaps. Absent means `own`.
   */
  readonly sees?: "own" | "host";
  readonly status: EngineStatus;
  onStatus(listener: (status: EngineStatus) => void): Unsubscribe;
  /** Tries at once instead of waiting for the back-off. Resolves when the attempt has ended, never rejects. */
  retry(): Promise<void>;
  /** All containers, running or not, keyed by id. Rows stay while the engine is stale. */
  readonly containers: LiveSource<EngineContainer>;
  readonly images: LiveSource<Image>;
  /**
   * Creates and starts. Resolves with the id once the command runs; on any failure nothing is left behind.
   * Errors: `image-missing`, `conflict` (name in use), `invalid`, `start-failed`, `unsupported`, `unavailable`, `cancelled`.
   */
  launch(spec: EngineLaunch, work: WorkContext): Promise<string>;
  /** Resolves when the engine has done it. `stop` asks, then forces. `signal` only goes with `kill`. */
  control(id: string, action: Action, options?: { readonly signal?: string }): Promise<void>;
  /** Reads the inside list now. Costs an engine call (Docker: `top`); only for what somebody looks at. */
  processes(id: string): Promise<InsideList>;
  /**
   * Reads what the container has used since its start. Costs an engine call; only for what somebody looks at. Rejects with
   * `conflict` when it does not run, and with `not-found`.
   */
  counters(id: string): Promise<ResourceCounters>;
  /**
   * Says whether somebody looks. While nobody does an engine asks for nothing by itself: no sign of life, no list; events
   * go on. Taken for true until told otherwise.
   */
  attend?(attended: boolean): void;
  /** The kernel the container runs on: null when it is the host's own (process isolation). */
  kernel(id: string): Promise<Kernel | null>;
  /** The engine's own description, environment values masked unless `reveal`ed. */
  inspect(id: string, options?: InspectOptions): Promise<Record<string, unknown>>;
  logs(id: string, options: LogOptions, signal: AbortSignal): Promise<StreamSession<OutputChunk, never>>;
  console(
    id: string,
    options: ConsoleOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, ConsoleInput>>;
  /** Imports a tar of a root filesystem under a reference. Resolves with the image id. */
  importImage(tar: ReadableTar, ref: string, options: ImportOptions, work: WorkContext): Promise<string>;
  /**
   * Takes an archive of images in, plain or gzip (`docker save`, OCI layout). Resolves with the references of what is there
   * now, or the id of what has none. What is aborted or fails leaves no image that was not there before.
   */
  loadImages(archive: ReadableTar, options: ArchiveOptions, work: WorkContext): Promise<readonly string[]>;
  /** All references of an image, as an archive that `loadImages` takes. Rejects with `image-missing`. */
  exportImage(id: string, signal: AbortSignal): Promise<ReadableTar>;
  /** Removes an image with all its references, or changes nothing. Rejects with `conflict` when a container uses it. */
  removeImage(id: string): Promise<void>;
}

/** A tar of a whole root filesystem, as bytes. */
export type ReadableTar = AsyncIterable<Uint8Array>;

export interface ArchiveOptions {
  /** Bytes of the file, where they are known before its end. */
  readonly sizeBytes: number | null;
}

export interface ImportOptions extends Partial<ArchiveOptions> {
  readonly defaultCommand: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What an image says of itself, for engines that run another engine's images. */
export interface ImageConfig {
  /** Content id: equal ids are equal filesystems. */
  readonly id: string;
  readonly ref: string;
  readonly os: string;
  readonly architecture: string;
  readonly sizeBytes: number | null;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** `user`, `uid`, `user:group`; "" means root. */
  readonly user: string;
}

/** Where a micro-VM gets images from: handed in by the composition, so that engines need not know each other. */
export interface ImageSource {
  /** Rejects with `image-missing` or `unavailable`. */
  resolve(ref: string, signal: AbortSignal): Promise<ImageConfig>;
  /** The image's whole filesystem as one tar. What it needs for that is removed again, also on abort. */
  exportFilesystem(image: ImageConfig, signal: AbortSignal): Promise<ReadableTar>;
}

/** Time and randomness as a dependency, so that tests use fake clocks instead of sleeps. */
export interface Clock {
  /** ms since the Unix epoch. */
  now(): number;
  /** Calls back after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): Unsubscribe;
}

export type { Capabilities };
