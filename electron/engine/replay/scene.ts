import type { Image } from "../../contract/container.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { RecordedContainer } from "../../contract/recording.ts";
import { playableActions, playableStatus } from "./playable.ts";
import type { PlayedTake } from "./played-take.ts";
import type { Take } from "./take-match.ts";
import type { Takes } from "./takes.ts";
import type { Timeline } from "./timeline.ts";
import type { Witness } from "./world.ts";

/** What a replay shows now: the recorded world, with what a person has launched, ended or removed in it. */
export class Scene {
  readonly #timeline: Timeline;
  readonly #takes: Takes;
  /** What is shown of something recorded is made once, so that it is the same thing until it changes. */
  readonly #statuses = new WeakMap<EngineStatus, EngineStatus>();
  readonly #containers = new WeakMap<RecordedContainer, RecordedContainer>();

  constructor(timeline: Timeline, takes: Takes) {
    this.#timeline = timeline;
    this.#takes = takes;
  }

  status(engine: string): EngineStatus | undefined {
    const told = this.#timeline.world.engine(engine)?.status;
    return told && remembered(this.#statuses, told, () => playableStatus(told, this.#hasOutput));
  }

  images(engine: string): ReadonlyMap<string, Image> {
    return this.#timeline.world.engine(engine)?.images ?? new Map();
  }

  containers(engine: string): ReadonlyMap<string, RecordedContainer> {
    const shown = new Map<string, RecordedContainer>();
    for (const [id, told] of this.#timeline.world.engine(engine)?.containers ?? []) {
      const isTake = this.#takes.of(engine, id) !== undefined;
      const playable = () => ({ ...told, actions: playableActions(told.actions, isTake) });
      shown.set(id, remembered(this.#containers, told, playable));
    }
    for (const [take, { container }] of this.#playedIn(engine)) {
      if (container) shown.set(take.id, container);
      else shown.delete(take.id);
    }
    return shown;
  }

  get processes(): ReadonlyMap<string, HostProcess> {
    if (this.#takes.played.size === 0) return this.#timeline.world.processes;
    const shown = new Map(this.#timeline.world.processes);
    for (const take of this.#takes.played.keys()) for (const key of take.processes) shown.delete(key);
    for (const { processes } of this.#takes.played.values())
      for (const [key, row] of processes) shown.set(key, row);
    return shown;
  }

  witness(engine: string, id: string): Witness | undefined {
    const played = this.#played(engine, id);
    return played ? played.witness : this.#timeline.world.witness(engine, id);
  }

  /** The moment of the recording a container is shown at, where that is not the present one. */
  heldAt(engine: string, id: string): number | null {
    return this.#played(engine, id)?.atMs ?? null;
  }

  get #hasOutput(): boolean {
    return this.#timeline.recording.header.output;
  }

  #played(engine: string, id: string): PlayedTake | undefined {
    const take = this.#takes.of(engine, id);
    return take && this.#takes.played.get(take);
  }

  #playedIn(engine: string): readonly (readonly [Take, PlayedTake])[] {
    return [...this.#takes.played].filter(([take]) => take.engine === engine);
  }
}

function remembered<T extends object>(known: WeakMap<T, T>, told: T, make: () => T): T {
  const before = known.get(told);
  if (before) return before;
  const made = make();
  known.set(told, made);
  return made;
}
