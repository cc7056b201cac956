import type { Image } from "../../contract/container.ts";
import type { Action, EngineStatus } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { OutputChunk } from "../../contract/streams.ts";
import { endOnAbort } from "../end-on-abort.ts";
import type {
  Engine,
  EngineContainer,
  EngineLaunch,
  InsideList,
  LogOptions,
  WorkContext,
} from "../engine.ts";
import { StatusHolder } from "../status-holder.ts";
import type { Printed } from "./recorded-output.ts";
import { cannot, notRecorded } from "./refusals.ts";
import { ReplayLog } from "./replay-log.ts";
import type { Scene } from "./scene.ts";
import type { Witness } from "./world.ts";

/** What an engine of a recording asks of the replay it is part of. */
export interface ReplayParts {
  readonly scene: Scene;
  launch(engine: string, spec: EngineLaunch): string;
  control(engine: string, id: string, action: Action): void;
  /** The moment a container is shown at, ms since the start of the recording. */
  momentOf(engine: string, id: string): number;
  printed(engine: string, id: string, after: number | null, upTo: number): readonly Printed[];
}

/** One recorded engine: it tells what the recording holds at the present moment, and plays recorded launches. */
export class ReplayEngine implements Engine {
  readonly id: string;
  readonly sees: "own" | "host";
  readonly containers = new LiveStore<EngineContainer>();
  readonly images = new LiveStore<Image>();
  readonly #parts: ReplayParts;
  readonly #status: StatusHolder;
  readonly #logs = new Set<ReplayLog>();
  readonly #witnesses = new Map<string, Witness | undefined>();

  constructor({ sees, status }: { sees: "own" | "host"; status: EngineStatus }, parts: ReplayParts) {
    this.id = status.id;
    this.sees = sees;
    this.#parts = parts;
    this.#status = new StatusHolder(parts.scene.status(status.id) ?? status);
    this.refresh();
  }

  get status(): EngineStatus {
    return this.#status.current;
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    return this.#status.listen(listener);
  }

  /** The replay has moved, or a person has done something in it. */
  refresh(): void {
    const { scene } = this.#parts;
    const status = scene.status(this.id);
    if (status && status !== this.#status.current) this.#status.update(status);
    this.images.replace(scene.images(this.id));
    const containers = scene.containers(this.id);
    this.containers.replace(containers);
    this.#tellWitnesses(containers);
    for (const log of [...this.#logs]) log.follow();
  }

  async retry(): Promise<void> {}

  async launch(spec: EngineLaunch, work: WorkContext): Promise<string> {
    work.progress({ phase: "Playing the recorded launch" });
    return this.#parts.launch(this.id, spec);
  }

  async control(id: string, action: Action): Promise<void> {
    this.#parts.control(this.id, id, action);
  }

  async processes(id: string): Promise<InsideList> {
    const inside = this.#witness(id)?.inside;
    if (!inside) throw notRecorded("the list of processes inside");
    if ("error" in inside) throw new IsoscopeFailure(inside.error);
    return inside;
  }

  async counters(id: string): Promise<ResourceCounters> {
    const counters = this.#witness(id)?.counters;
    if (!counters) throw notRecorded("what the container has used");
    if ("error" in counters) throw new IsoscopeFailure(counters.error);
    return counters;
  }

  async kernel(id: string): Promise<Kernel | null> {
    const kernel = this.#witness(id)?.kernel;
    if (kernel === undefined) throw notRecorded("the kernel");
    return kernel;
  }

  async inspect(id: string): Promise<Record<string, unknown>> {
    const document = this.#witness(id)?.inspect;
    if (!document) throw notRecorded("the engine's own description");
    return document;
  }

  async logs(
    id: string,
    { follow, tail }: LogOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, never>> {
    const { logs } = this.status.capabilities;
    if (!logs.can) throw cannot("logs", logs.reason);
    const log: ReplayLog = new ReplayLog(
      {
        now: () => this.#parts.momentOf(this.id, id),
        printed: (after, upTo) => this.#parts.printed(this.id, id, after, upTo),
      },
      tail,
      () => {
        release();
        this.#logs.delete(log);
      },
    );
    const release = endOnAbort(log.queue, signal);
    if (follow) this.#logs.add(log);
    else log.queue.end();
    return { output: log.queue, send: () => {} };
  }

  readonly console: Engine["console"] = async () => {
    throw cannot("console", "This is a recording: nothing can be typed into it.");
  };
  readonly importImage: Engine["importImage"] = () => Promise.reject(cannot("import image"));
  readonly loadImages: Engine["loadImages"] = () => Promise.reject(cannot("load images"));
  readonly exportImage: Engine["exportImage"] = () => Promise.reject(cannot("export image"));
  readonly removeImage: Engine["removeImage"] = () => Promise.reject(cannot("remove image"));

  async [Symbol.asyncDispose](): Promise<void> {
    for (const log of [...this.#logs]) log.queue.end();
  }

  #witness(id: string): Witness | undefined {
    if (!this.containers.get(id))
      throw new IsoscopeFailure({ code: "not-found", what: "container", name: id });
    return this.#parts.scene.witness(this.id, id);
  }

  /** Whoever shows a container's inside reads it again at once when its row is told anew. */
  #tellWitnesses(containers: ReadonlyMap<string, EngineContainer>): void {
    const told: (readonly [string, EngineContainer])[] = [];
    for (const [id, container] of containers) {
      const witness = this.#parts.scene.witness(this.id, id);
      if (this.#witnesses.get(id) === witness) continue;
      this.#witnesses.set(id, witness);
      told.push([id, container]);
    }
    this.containers.update(told);
  }
}
