import type { Image } from "../../contract/container.ts";
import type { Action, EngineStatus } from "../../contract/engine.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { metered, NO_METER, type RequestMeter } from "../../contract/request-meter.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import type {
  ConsoleOptions,
  Engine,
  EngineContainer,
  EngineLaunch,
  InsideList,
  InspectOptions,
  LogOptions,
  WorkContext,
} from "../engine.ts";
import { fail, typedEdge } from "../failures.ts";
import { ImagelessEngine } from "../imageless-engine.ts";
import { CacheFiles } from "./cache-files.ts";
import { type MicroVmConfig, type MicroVmDeps, STOP_GRACE_MS } from "./config.ts";
import { inspection } from "./inspection.ts";
import { Launcher } from "./launcher.ts";
import { Readiness } from "./readiness.ts";
import { Registry } from "./registry.ts";
import { RootDisks } from "./root-disk.ts";
import { sweepTemporary } from "./sweep-temporary.ts";
import { VmRecords } from "./vm-records.ts";

/**
 * Runs each container in a QEMU micro-VM with its own kernel. Returns at once with the status `connecting`; looking at
 * the host (QEMU, KVM, a kernel, which may have to be downloaded) goes on behind it. Leftovers of apps that are gone
 * are killed and removed first. All VMs end with this process.
 */
export function openMicroVmEngine(config: MicroVmConfig, deps: MicroVmDeps): Engine {
  return new MicroVmEngine(config, deps);
}

class MicroVmEngine extends ImagelessEngine implements Engine {
  readonly id: string;
  readonly #meter: RequestMeter;
  readonly #closed = new AbortController();
  readonly #registry = new Registry();
  readonly #images = new LiveStore<Image>();
  readonly #launches = new Set<Promise<unknown>>();
  readonly #swept: Promise<unknown>;
  readonly #readiness: Readiness;
  readonly #disks: RootDisks;
  readonly #launcher: Launcher;

  constructor(config: MicroVmConfig, { imageSource, clock, meter = NO_METER }: MicroVmDeps) {
    super();
    this.id = config.id;
    this.#meter = meter;
    const cache = new CacheFiles(config.cacheDir);
    const records = new VmRecords(config.runDir);
    records.sweep();
    this.#swept = sweepTemporary(cache).catch(() => {});
    this.#readiness = new Readiness({
      ...{ config, cache, clock, signal: this.#closed.signal },
      track: (id, started) => {
        records.add(id, started.identity);
        void started.ended.then(() => records.remove(id));
      },
    });
    this.#disks = new RootDisks({ cache, images: imageSource, asRoot: process.getuid?.() === 0 });
    this.#launcher = new Launcher({
      ...{
        readiness: this.#readiness,
        registry: this.#registry,
        disks: this.#disks,
        images: imageSource,
        clock,
      },
      stopGraceMs: config.stopGraceMs ?? STOP_GRACE_MS,
    });
  }

  get status(): EngineStatus {
    return this.#readiness.status;
  }

  get containers(): LiveSource<EngineContainer> {
    return this.#registry.rows;
  }

  get images(): LiveSource<Image> {
    return this.#images;
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    return this.#readiness.onStatus(listener);
  }

  retry(): Promise<void> {
    return this.#readiness.retry();
  }

  async launch(spec: EngineLaunch, { signal, progress }: WorkContext): Promise<string> {
    const either = AbortSignal.any([signal, this.#closed.signal]);
    const launch = this.#ask("launch", () => this.#launcher.launch(spec, { signal: either, progress }));
    this.#launches.add(launch);
    return launch.finally(() => this.#launches.delete(launch));
  }

  control(id: string, action: Action, options: { readonly signal?: string } = {}): Promise<void> {
    return this.#ask("control", async () => {
      await this.#registry.get(id).container.control(action, options.signal);
      if (action === "remove") this.#registry.remove(id);
    });
  }

  processes(id: string): Promise<InsideList> {
    return this.#ask("processes", () => this.#registry.get(id).container.processes());
  }

  counters(id: string): Promise<ResourceCounters> {
    return this.#ask("counters", () => this.#registry.get(id).container.counters());
  }

  kernel(id: string): Promise<Kernel | null> {
    return this.#ask("kernel", async () => {
      const { kernel } = this.#registry.get(id).container;
      if (!kernel) throw fail({ code: "conflict", message: "The micro-VM has not booted yet" });
      return kernel;
    });
  }

  inspect(id: string, { reveal }: InspectOptions = { reveal: false }): Promise<Record<string, unknown>> {
    return this.#ask("inspect", async () => inspection(this.#registry.get(id), reveal));
  }

  logs(id: string, options: LogOptions, signal: AbortSignal): Promise<StreamSession<OutputChunk, never>> {
    return this.#ask("logs", async () => this.#registry.get(id).container.logs(options, signal));
  }

  console(
    id: string,
    options: ConsoleOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, ConsoleInput>> {
    return this.#ask("console", () => this.#registry.get(id).container.console(options, signal));
  }

  /** Kills every VM. Resolves when no process, record or unfinished file of this engine is left. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#launches);
    for (const { container } of this.#registry.all()) {
      await container.end();
      this.#registry.remove(container.facts.id);
    }
    await this.#readiness.machinery().catch(() => {});
    await this.#disks.idle();
    await this.#swept;
    this.#readiness.stopped();
  }

  /** The guest's heartbeat is not among these: it tells the guest something, and asks for nothing. */
  #ask<T>(what: string, work: () => Promise<T>): Promise<T> {
    return metered(this.#meter, what, () => typedEdge(work));
  }
}
