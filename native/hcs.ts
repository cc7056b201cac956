/**
 * What the addon offers of the Host Compute Service, all of it by promises; documents stay JSON text, since their
 * 64-bit counters do not survive `JSON.parse`. Source of the calls and codes: Microsoft's computecore reference.
 */

/** The version of this Windows. */
export interface WindowsVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  /** Update build revision; null when the registry does not tell. */
  readonly revision: number | null;
  /** `client` is a workstation edition: its default isolation is Hyper-V. */
  readonly product: "client" | "server";
  /** When it booted, ms since the Unix epoch; null when not told. */
  readonly bootedAt: number | null;
}

/** computecore.dll cannot be used. `win32` 126: there is none (feature not installed); 127: it lacks `symbol`. */
export interface HcsLoadError extends Error {
  readonly op: string;
  readonly win32: number;
  readonly symbol?: string;
}

/** A call failed. */
export interface HcsCallError extends Error {
  /** The export, e.g. `HcsStartComputeSystem`. */
  readonly op: string;
  /** As returned, unsigned. Comes in several families: compare after normalising (`electron/engine/hcs`). */
  readonly hresult: number;
  /** The result document that came with the failure (a ResultError, with HCS's own event list); null when none. */
  readonly document: string | null;
}

/** One HCS event. `type` is an HCS_EVENT_TYPE: 1 system exited, 0x10000 process exited, 0x02000000 service disconnected. */
export interface HcsEvent {
  readonly type: number;
  /** The event's JSON document; null when it has none. */
  readonly data: string | null;
}

/**
 * Promises reject with {@link HcsCallError}. Closing during a call is allowed: the call rejects with E_ABORT
 * (0x80004004) or ends as it would have. Nothing here keeps the process alive but calls under way.
 */
export interface NativeHcs {
  /** Exports that this Windows lacks, of those the addon can do without (`HcsWaitForProcessExit` before 20348, …). */
  readonly missing: readonly string[];
  /** HcsGetServiceProperties: also the liveness probe. */
  serviceProperties(query: string): Promise<string | null>;
  /** HcsEnumerateComputeSystems; null asks for all. Resolves with the JSON array. */
  enumerate(query: string | null): Promise<string | null>;
  /** HcsOpenComputeSystem. Keep it short: a held handle keeps a dead owner's system alive. */
  open(id: string): Promise<NativeSystem>;
  /** HcsCreateComputeSystem. The system is closed, and with ShouldTerminateOnLastHandleClosed ended, by `close`. */
  create(id: string, configuration: string): Promise<NativeSystem>;
  /** Container layers on disk (vmcompute.dll); null where that DLL is missing. */
  readonly layers: NativeLayers | null;
  /** Gives up everything: open systems and processes are closed, calls under way reject. */
  close(): void;
  /** Handles, operations and listeners alive now, for tests of leaks. */
  readonly live: { readonly systems: number; readonly processes: number; readonly operations: number };
}

export interface NativeSystem {
  readonly id: string;
  properties(query: string | null): Promise<string | null>;
  start(options?: string): Promise<string | null>;
  shutdown(options?: string): Promise<string | null>;
  terminate(options?: string): Promise<string | null>;
  pause(options?: string): Promise<string | null>;
  resume(options?: string): Promise<string | null>;
  save(options?: string): Promise<string | null>;
  modify(configuration: string): Promise<string | null>;
  /** Resolves once the process has a PID. Applies the fallback of `HcsGetProcessInfo` for E_INVALIDARG. */
  createProcess(parameters: string): Promise<NativeProcess>;
  openProcess(pid: number): Promise<NativeProcess>;
  /** One listener per handle, called on the JavaScript thread. Register before `start` so that no exit is missed. */
  watch(listener: (event: HcsEvent) => void): void;
  close(): void;
}

export interface NativeProcess {
  readonly pid: number;
  /** Next bytes of an output; null at its end. One read at a time per stream. Without such a pipe: null at once. */
  read(stream: "stdout" | "stderr"): Promise<Uint8Array | null>;
  /** Resolves when the pipe has taken all. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes our end and tells HCS (ProcessModifyRequest CloseHandle StdIn). */
  closeInput(): Promise<void>;
  /** HcsGetProcessProperties: the ProcessStatus. */
  properties(): Promise<string | null>;
  /** HcsModifyProcess, e.g. the console's size. */
  modify(settings: string): Promise<string | null>;
  signal(options: string): Promise<string | null>;
  terminate(): Promise<string | null>;
  watch(listener: (event: HcsEvent) => void): void;
  close(): void;
}

/** vmcompute.dll's layer calls, as moby and hcsshim make them. A layer is a folder; parents run nearest first, base last. */
export interface NativeLayers {
  /** The GUID HCS knows a layer by (NameToGuid of its folder's name), 8-4-4-4-12 without braces. */
  id(folderName: string): Promise<string>;
  /** CreateSandboxLayer: a writable layer in `<home>/<name>` above the parents. */
  createScratch(home: string, name: string, parents: readonly string[]): Promise<void>;
  /** ActivateLayer, PrepareLayer, GetLayerMountPath: resolves with the volume path, trailing backslash included. */
  mount(home: string, name: string, parents: readonly string[]): Promise<string>;
  /** UnprepareLayer, DeactivateLayer. */
  unmount(home: string, name: string): Promise<void>;
  /** DestroyLayer. */
  destroy(home: string, name: string): Promise<void>;
}
