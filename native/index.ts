import { createRequire } from "node:module";
import type { NativeHcs, WindowsVersion } from "./hcs.ts";

/** One answer of a {@link NativeReader}: what differs from its last. Rows of a group lie at one index of its columns. */
export interface ProcessColumns {
  /** When reading began, ms on a clock that never goes back. */
  readonly at: number;
  /** True when it holds every process: what it does not name is gone, whatever was told before. */
  readonly whole: boolean;
  /** Apply first: a reused PID is in here and in `described`. */
  readonly removed: Uint32Array;
  /** Rows that are new, or whose description changed. */
  readonly described: {
    readonly pid: Uint32Array;
    /** The kernel's start stamp; 0 when it could not be read. */
    readonly start: BigUint64Array;
    readonly name: readonly string[];
    readonly command: readonly (string | null)[];
    /** The effective user as the system numbers it (Linux: uid in decimal; Windows: `DOMAIN\Name`, or its SID). */
    readonly owner: readonly (string | null)[];
    readonly containerId: readonly (string | null)[];
    readonly unreadable: readonly (string | null)[];
    readonly nsPids: readonly (Uint32Array | null)[];
  };
  /** Rows that are new, or whose counters changed. A process never in here has no readable counters. */
  readonly counted: {
    readonly pid: Uint32Array;
    readonly ppid: Uint32Array;
    readonly threads: Uint32Array;
    /** NaN where the system did not give it. */
    readonly cpuMs: Float64Array;
    /** NaN where the system did not give it. */
    readonly rssBytes: Float64Array;
    /** Windows only, one value per row of this group; NaN where the system did not give it. */
    readonly windows?: {
      readonly handles: Float64Array;
      readonly nonPagedBytes: Float64Array;
      readonly pagedBytes: Float64Array;
      readonly virtualBytes: Float64Array;
      readonly sessionId: Float64Array;
      /** 0 is the host itself. */
      readonly siloId: Float64Array;
    };
  };
}

/** Calls run off the main thread, one after another. They reject with an Error that has `op` and `errno`. */
export interface NativeReader {
  /** Reads every process. */
  snapshot(): Promise<ProcessColumns>;
  /** Reads only these again, and all about them. */
  refresh(pids: Uint32Array): Promise<ProcessColumns>;
  /** Closes the files held open for speed. Waits for a snapshot under way. */
  release(): void;
  /** Calls after it throw; one under way still answers. */
  close(): void;
  /** Files held open now. Waits for a snapshot under way. */
  readonly heldFiles: number;
}

export interface NativeWatcher {
  /** What has gathered since the last call. `overflow`: too many to tell one by one, take a snapshot. */
  take(): { readonly pids: Uint32Array; readonly overflow: boolean };
  /** Ends the watching; no notice comes after it returns. Must be called: the callback keeps the watcher alive. */
  close(): void;
}

export interface Addon {
  readonly ProcessReader: new (options?: {
    readonly procRoot?: string;
    /** At most this many, and never more than a quarter of the process's own limit. Default 4096. */
    readonly maxHeldFiles?: number;
  }) => NativeReader;
  /**
   * Listens to the kernel's announcements of births, execs and deaths. `notify` is called once when events have
   * gathered for `windowMs` (up to 225 ms longer in a storm of forks), and not again before `take`. Does not keep the process alive. The constructor throws an
   * Error with `op` and `errno` where the kernel tells nothing; it waits up to 250 ms to find that out.
   */
  readonly ProcessWatcher: new (
    windowMs: number,
    notify: () => void,
  ) => NativeWatcher;
  /**
   * Windows only. Loads computecore.dll from System32 and returns its calls; each environment has its own. Throws
   * {@link HcsLoadError}: the addon itself loads on a Windows without any container feature.
   */
  readonly openHcs?: () => NativeHcs;
  /** Windows only: version by RtlGetVersion and the registry's UBR. */
  readonly windowsVersion?: () => WindowsVersion;
}

/** The addon could not be loaded from anywhere; Isoscope then reads processes in JavaScript. */
export class AddonLoadError extends Error {
  readonly attempts: readonly { readonly path: string; readonly reason: string }[];

  constructor(attempts: AddonLoadError["attempts"]) {
    const tried = attempts.map(({ path, reason }) => `${path}: ${reason}`);
    super(attempts.length === 0 ? "No place to load the native addon from was given." : tried.join("\n"));
    this.name = "AddonLoadError";
    this.attempts = attempts;
  }
}

/** Loads the first addon that loads. Throws {@link AddonLoadError} with every path tried. */
export function loadAddon(paths: readonly string[]): Addon {
  const load = createRequire(import.meta.url);
  const attempts: { path: string; reason: string }[] = [];
  for (const path of paths) {
    try {
      const loaded: unknown = load(path);
      if (isAddon(loaded)) return loaded;
      attempts.push({ path, reason: "It is not Isoscope's addon." });
    } catch (thrown) {
      attempts.push({ path, reason: firstLine(thrown) });
    }
  }
  throw new AddonLoadError(attempts);
}

function isAddon(loaded: unknown): loaded is Addon {
  if (typeof loaded !== "object" || loaded === null) return false;
  return ["ProcessReader", "ProcessWatcher"].every(
    (name) => name in loaded && typeof Reflect.get(loaded, name) === "function",
  );
}

/** Node adds the whole list of requiring modules below the reason. */
function firstLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.split("\n", 1)[0] ?? message;
}
