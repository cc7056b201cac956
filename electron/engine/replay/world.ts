import type { Image } from "../../contract/container.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { RecordedContainer, RecordingEvent, RecordingHeader } from "../../contract/recording.ts";
import type { EventOf } from "./recording.ts";

/** What was last read of one container. Absent was never read. */
export type Witness = Omit<EventOf<"witness">, "t" | "kind" | "engine" | "id" | "inside"> & {
  readonly inside?: InsideReading;
};

type Inside = NonNullable<EventOf<"witness">["inside"]>;
type InsideReading = Exclude<Inside, { at: number }> | (Extract<Inside, { at: number }> & { rows: object[] });

/** One engine at one moment. */
export interface EngineWorld {
  readonly status: EngineStatus;
  readonly containers: ReadonlyMap<string, RecordedContainer>;
  readonly images: ReadonlyMap<string, Image>;
}

interface EngineState {
  status: EngineStatus;
  readonly containers: Map<string, RecordedContainer>;
  readonly images: Map<string, Image>;
}

/** Names one container over all engines. */
export const containerRef = (engine: string, id: string): string => `${engine}/${id}`;

const rowKey = ({ pid, start }: HostProcess): string => `${pid}:${start}`;

/** Everything a recording knows at one moment: events are folded into it in order. */
export class World {
  readonly #engines: Map<string, EngineState>;
  readonly #processes: Map<string, HostProcess>;
  readonly #witnesses: Map<string, Witness>;

  private constructor(
    engines: Map<string, EngineState>,
    processes: Map<string, HostProcess>,
    witnesses: Map<string, Witness>,
  ) {
    this.#engines = engines;
    this.#processes = processes;
    this.#witnesses = witnesses;
  }

  /** Before the first event. */
  static before({ engines }: RecordingHeader): World {
    const states = engines.map(
      ({ status }) => [status.id, { status, containers: new Map(), images: new Map() }] as const,
    );
    return new World(new Map(states), new Map(), new Map());
  }

  copy(): World {
    const engines = Array.from(
      this.#engines,
      ([id, { status, containers, images }]) =>
        [id, { status, containers: new Map(containers), images: new Map(images) }] as const,
    );
    return new World(new Map(engines), new Map(this.#processes), new Map(this.#witnesses));
  }

  get processes(): ReadonlyMap<string, HostProcess> {
    return this.#processes;
  }

  engine(id: string): EngineWorld | undefined {
    return this.#engines.get(id);
  }

  /** By engine id and the engine's own id of the container. */
  witness(engine: string, id: string): Witness | undefined {
    return this.#witnesses.get(containerRef(engine, id));
  }

  apply(event: RecordingEvent): void {
    switch (event.kind) {
      case "engine":
        this.#status(event);
        break;
      case "containers":
        this.#containers(event);
        break;
      case "images":
        this.#images(event);
        break;
      case "processes":
        this.#table(event);
        break;
      case "witness":
        this.#read(event);
        break;
      case "output":
      case "mark":
      case "take":
        break;
    }
  }

  #status({ status }: EventOf<"engine">): void {
    const engine = this.#engines.get(status.id);
    if (engine) engine.status = status;
  }

  #containers({ engine, upsert, remove }: EventOf<"containers">): void {
    const state = this.#engines.get(engine);
    if (!state) return;
    for (const id of remove) {
      state.containers.delete(id);
      this.#witnesses.delete(containerRef(engine, id));
    }
    for (const container of upsert) state.containers.set(container.id, container);
  }

  #images({ engine, upsert, remove }: EventOf<"images">): void {
    const state = this.#engines.get(engine);
    if (!state) return;
    for (const key of remove) state.images.delete(key);
    for (const image of upsert) state.images.set(image.key, image);
  }

  #table({ upsert, patch, remove }: EventOf<"processes">): void {
    for (const key of remove) this.#processes.delete(key);
    for (const row of upsert) this.#processes.set(rowKey(row), row);
    for (const [key, columns] of patch) {
      const row = this.#processes.get(key);
      if (row) this.#processes.set(key, Object.assign({ ...row }, columns));
    }
  }

  #read({ t: _t, kind: _kind, engine, id, inside, ...parts }: EventOf<"witness">): void {
    const ref = containerRef(engine, id);
    const before = this.#witnesses.get(ref);
    const list = inside && insideAfter(before?.inside, inside);
    this.#witnesses.set(ref, { ...before, ...parts, ...(list && { inside: list }) });
  }
}

function insideAfter(before: InsideReading | undefined, read: Inside): InsideReading {
  if ("error" in read) return read;
  const rows = read.rows ?? (before && "rows" in before ? before.rows : []);
  return { at: read.at, source: read.source, rows };
}
