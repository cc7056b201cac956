import { mkdir, rm, writeFile } from "node:fs/promises";
import type { IsoscopeError } from "../../../contract/errors.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { delay } from "../../delay.ts";
import type { Clock } from "../../engine.ts";
import type { DockerEndpoint } from "../endpoint.ts";
import { ping } from "../negotiate.ts";
import { type DaemonExit, type DaemonProcess, exitInWords, logTail, startDockerd } from "./daemon-process.ts";
import type { StorageDriver } from "./dockerd-argv.ts";
import { layoutOf, type ManagedLayout, type ManagedPlaces } from "./places.ts";
import { releasePortNetwork } from "./port-bridge.ts";
import { stayAwake } from "./stay-awake.ts";
import { stopContainers } from "./stop-containers.ts";
import { daemonRuns, sweepLeftovers } from "./sweep.ts";

export interface ManagedDaemonOptions {
  readonly places: ManagedPlaces;
  /** Full path of dockerd. */
  readonly dockerd: string;
  readonly clock: Clock;
}

const START_AT_MOST = 30_000;
const END_AT_MOST = 25_000;
const EXPLAIN_AT_MOST = 1_000;
/** How long a daemon at our place that does not answer is left alone: it may be starting, or ending with its app. ms */
const LEAVE_IN_PEACE = { owned: 20_000, orphaned: 3_000 };
const ASK_EVERY = 25;

/**
 * A dockerd that Isoscope runs for itself, as root. It is started when asked for, and started again when asked for after it
 * has ended; the asking, with its back-off, is the engine's. It dies with the app.
 */
export class ManagedDaemon implements AsyncDisposable {
  readonly #options: ManagedDaemonOptions;
  readonly #layout: ManagedLayout;
  #process: DaemonProcess | null = null;
  #exit: DaemonExit | null = null;
  #starting: Promise<DockerEndpoint> | null = null;

  /** Throws `unavailable` when the run directory is too deep for a socket. */
  constructor(options: ManagedDaemonOptions) {
    this.#options = options;
    this.#layout = layoutOf(options.places);
  }

  /** PID of the daemon this object has started and that runs; null else, and for one that was adopted. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /** Name of the bridge it may be asked to make for published ports. */
  get portBridge(): string {
    return this.#layout.bridge;
  }

  get endpoint(): DockerEndpoint {
    return { kind: "socket", path: this.#layout.socket };
  }

  /**
   * Resolves when the daemon answers. One that already listens at our socket is adopted, not owned: another Isoscope runs it.
   * Rejects with `unavailable` and the end of the daemon's log.
   */
  ensure(): Promise<DockerEndpoint> {
    if (this.#process?.running) return Promise.resolve(this.endpoint);
    this.#starting ??= stayAwake(this.#start()).finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** What is known of the end of the daemon when its connection has just broken. Waits a moment for that. */
  async explain(lost: IsoscopeError): Promise<IsoscopeError> {
    const { clock } = this.#options;
    const over = new AbortController();
    const ended = this.#process?.exited.then(() => {});
    await Promise.race([ended, delay(clock, EXPLAIN_AT_MOST, over.signal)]);
    over.abort();
    if (this.#exit === null) return lost;
    const reason = `The dockerd that Isoscope manages ${exitInWords(this.#exit)}. Isoscope starts it again.`;
    return { code: "unavailable", engine: "Docker", reason, detail: await logTail(this.#layout) };
  }

  /** Stops its containers (3 s of grace) and the daemon, and removes the run directory. One that was adopted goes on. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#starting?.catch(() => {});
    const process = this.#process;
    this.#process = null;
    if (!process) return;
    await stayAwake(this.#end(process));
  }

  async #end(process: DaemonProcess): Promise<void> {
    const { clock } = this.#options;
    if (process.running) {
      await stopContainers(this.endpoint, clock);
      await releasePortNetwork(this.endpoint, clock);
    }
    process.kill("SIGTERM");
    const cancel = clock.after(END_AT_MOST, () => process.kill("SIGKILL"));
    await process.exited;
    cancel();
    await sweepLeftovers(this.#layout, clock);
    await rm(this.#layout.runDir, { recursive: true, force: true });
  }

  async #start(): Promise<DockerEndpoint> {
    if (await this.#othersAnswers()) return this.endpoint;
    await sweepLeftovers(this.#layout, this.#options.clock);
    await mkdir(this.#layout.runDir, { recursive: true, mode: 0o700 });
    await mkdir(this.#layout.dataRoot, { recursive: true, mode: 0o711 });
    await writeFile(this.#layout.configFile, "{}\n");
    const exit = await this.#tryWith("overlay2");
    if (exit === null) return this.endpoint;
    const tail = await logTail(this.#layout);
    // overlay2 cannot lie on every filesystem (an overlay itself, for one); vfs can, at the price of whole copies.
    if (/graphdriver|storage.driver|overlay/i.test(tail) && (await this.#tryWith("vfs")) === null)
      return this.endpoint;
    throw new IsoscopeFailure({
      code: "unavailable",
      engine: "Docker",
      reason: `The dockerd that Isoscope manages ${exitInWords(exit)} before it answered.`,
      fix: "Read the details; Isoscope tries again by itself.",
      detail: await logTail(this.#layout),
    });
  }

  /** Resolves with null when it answers, else with how it ended. */
  async #tryWith(driver: StorageDriver): Promise<DaemonExit | null> {
    const { dockerd, clock } = this.#options;
    const started = await startDockerd(dockerd, this.#layout, driver);
    const cancel = clock.after(START_AT_MOST, () => started.kill("SIGKILL"));
    const answers = await this.#untilAnswers(started);
    cancel();
    if (!answers) return started.exited;
    this.#process = started;
    this.#exit = null;
    void started.exited.then((exit) => this.#ended(started, exit));
    return null;
  }

  async #untilAnswers(started: DaemonProcess): Promise<boolean> {
    const never = new AbortController().signal;
    while (started.running) {
      if (await this.#answers()) return true;
      await delay(this.#options.clock, ASK_EVERY, never);
    }
    return false;
  }

  /** Another Isoscope's daemon may be starting, or ending after its app died: which of the two, time tells. */
  async #othersAnswers(): Promise<boolean> {
    const { clock } = this.#options;
    const never = new AbortController().signal;
    for (const since = clock.now(); ; ) {
      if (await this.#answers()) return true;
      const found = await daemonRuns(this.#layout);
      if (found === "no" || clock.now() - since > LEAVE_IN_PEACE[found]) return false;
      await delay(clock, ASK_EVERY, never);
    }
  }

  #ended(started: DaemonProcess, exit: DaemonExit): void {
    if (this.#process !== started) return;
    this.#process = null;
    this.#exit = exit;
  }

  #answers(): Promise<boolean> {
    return ping({ title: "Docker", endpoint: this.endpoint }, this.#options.clock).then(
      () => true,
      () => false,
    );
  }
}
