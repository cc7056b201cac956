import type { Action, EngineId, EngineStatus } from "../../contract/engine.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { NO_METER, type RequestMeter } from "../../contract/request-meter.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import { Attendance } from "../attendance.ts";
import type {
  ArchiveOptions,
  Clock,
  ConsoleOptions,
  Engine,
  EngineLaunch,
  ImageSource,
  ImportOptions,
  InsideList,
  InspectOptions,
  LogOptions,
  ReadableTar,
  WorkContext,
} from "../engine.ts";
import { Connection } from "./connection.ts";
import { openConsole } from "./console.ts";
import { ContainerList } from "./container-list.ts";
import { controlContainer } from "./control.ts";
import { type Demo, demoFor } from "./demo.ts";
import type { DockerContext } from "./engine-context.ts";
import type { DaemonEvent } from "./events.ts";
import { ImageExporter } from "./export-image.ts";
import type { HostFacts } from "./facts.ts";
import { type ImageLayers, imageLayers } from "./image-layers.ts";
import { ImageList } from "./image-list.ts";
import { importTar } from "./import-image.ts";
import { launchContainer } from "./launch.ts";
import { loadArchive } from "./load-images.ts";
import type { DockerLocator } from "./locator.ts";
import { openLogs } from "./logs.ts";
import { maskEnvironment } from "./mask.ts";
import type { Session } from "./negotiate.ts";
import { inspectContainer } from "./read-container.ts";
import { readCounters } from "./read-counters.ts";
import { readKernel } from "./read-kernel.ts";
import { removeImage } from "./remove-image.ts";
import { saveImage } from "./save-image.ts";
import { StatusBoard } from "./status-board.ts";
import { readProcesses } from "./top.ts";

export interface DockerConfig {
  readonly id: EngineId;
  /** Shown until the daemon has told whether it is Docker or podman. */
  readonly title: string;
  /** Finds the daemon, and may start one. The engine owns it and disposes it. */
  readonly locator: DockerLocator;
}

export interface DockerDeps {
  readonly clock: Clock;
  readonly host: HostFacts;
  /** In [0, 1). */
  readonly random: () => number;
  /** Told of each request to the daemon. */
  readonly meter?: RequestMeter;
}

/** An engine that also hands out the files of its images, and says what it can show off with. */
export interface DockerEngine extends Engine {
  readonly imageSource: ImageSource;
  /** Where the layers of an image lie on a Windows daemon's host; null when there is no such image. */
  imageLayers(ref: string, signal: AbortSignal): Promise<ImageLayers | null>;
  /** The demo that fits the daemon of this moment; null while there is none. */
  readonly demo: Demo | null;
}

/** Returns at once with the state `connecting`; contact, loss and return are told by the status. */
export const openDockerEngine = (config: DockerConfig, deps: DockerDeps): DockerEngine =>
  new Docker(config, deps);

class Docker implements DockerEngine {
  readonly id: EngineId;
  readonly imageSource: ImageSource;
  readonly #deps: DockerDeps;
  readonly #locator: DockerLocator;
  readonly #board: StatusBoard;
  readonly #containers = new ContainerList((image) => this.#images.osVersionOf(image));
  readonly #images: ImageList;
  readonly #exporter: ImageExporter;
  readonly #connection: Connection;
  readonly #attendance = new Attendance();

  constructor({ id, title, locator }: DockerConfig, deps: DockerDeps) {
    this.id = id;
    this.#deps = deps;
    this.#locator = locator;
    this.#board = new StatusBoard(id, title, deps.clock);
    this.#images = new ImageList(id);
    this.#exporter = new ImageExporter(() => this.#connection.session);
    this.imageSource = this.#exporter;
    this.#connection = new Connection(
      {
        ...{ ...deps, locator, board: this.#board },
        ...{ meter: deps.meter ?? NO_METER, attendance: this.#attendance },
      },
      {
        resync: (session) => this.#resync(session),
        event: (session, event) => this.#onEvent(session, event),
      },
    );
  }

  get status(): EngineStatus {
    return this.#board.status;
  }

  get containers() {
    return this.#containers.store;
  }

  get images() {
    return this.#images.store;
  }

  get demo(): Demo | null {
    if (this.#board.status.state !== "live") return null;
    return demoFor(this.#connection.session.facts, this.#deps.host.platform);
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    return this.#board.onStatus(listener);
  }

  attend(attended: boolean): void {
    this.#attendance.set(attended);
  }

  retry(): Promise<void> {
    return this.#connection.retry();
  }

  async launch(spec: EngineLaunch, work: WorkContext): Promise<string> {
    return launchContainer(this.#context(), spec, work);
  }

  async control(id: string, action: Action, options: { readonly signal?: string } = {}): Promise<void> {
    return controlContainer(this.#context(), id, action, options.signal);
  }

  async processes(id: string): Promise<InsideList> {
    return readProcesses(this.#context(), id);
  }

  async counters(id: string): Promise<ResourceCounters> {
    return readCounters(this.#context(), id);
  }

  async kernel(id: string): Promise<Kernel | null> {
    return readKernel(this.#context().session, id);
  }

  async inspect(
    id: string,
    { reveal }: InspectOptions = { reveal: false },
  ): Promise<Record<string, unknown>> {
    const document = await inspectContainer(this.#context().session, id);
    return reveal ? { ...document } : maskEnvironment(document);
  }

  async logs(
    id: string,
    options: LogOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, never>> {
    return openLogs(this.#context(), id, options, signal);
  }

  async console(
    id: string,
    options: ConsoleOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, ConsoleInput>> {
    return openConsole(this.#context(), id, options, signal);
  }

  async imageLayers(ref: string, signal: AbortSignal): Promise<ImageLayers | null> {
    return imageLayers(this.#context().session, ref, signal);
  }

  async importImage(
    tar: ReadableTar,
    ref: string,
    options: ImportOptions,
    work: WorkContext,
  ): Promise<string> {
    const { session } = this.#context();
    const id = await importTar(session, tar, ref, options, work);
    await this.#images.refresh(session);
    return id;
  }

  async loadImages(
    archive: ReadableTar,
    options: ArchiveOptions,
    work: WorkContext,
  ): Promise<readonly string[]> {
    const { session } = this.#context();
    const names = await loadArchive(session, archive, options, work);
    await this.#images.refresh(session);
    return names;
  }

  async exportImage(id: string, signal: AbortSignal): Promise<ReadableTar> {
    return saveImage(this.#context().session, id, signal);
  }

  async removeImage(id: string): Promise<void> {
    const { session, containers } = this.#context();
    const rows = [...containers.store.values()];
    const users = rows.filter(({ image }) => image.id === id).map(({ name }) => name);
    await removeImage(session, id, users);
    await this.#images.refresh(session);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connection.close();
    await this.#locator[Symbol.asyncDispose]();
  }

  #context(): DockerContext {
    return { session: this.#connection.session, containers: this.#containers, clock: this.#deps.clock };
  }

  async #resync(session: Session): Promise<void> {
    // On Windows the rows tell their images' versions.
    const images = this.#images.refresh(session);
    if (session.facts.os === "windows") await images;
    const [listed] = await Promise.all([this.#containers.resync(session), images]);
    const alone = this.#board.status.managed;
    await this.#exporter.sweep(session, listed, this.#deps.clock.now(), alone);
  }

  /** A read that fails here shows in the connection, or is made good by the next full list. */
  #onEvent(session: Session, event: DaemonEvent): void {
    const read =
      event.kind === "image" ? this.#images.refresh(session) : this.#containers.refresh(session, event.id);
    read.catch(() => {});
  }
}
