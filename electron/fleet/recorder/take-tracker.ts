import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import type { ProcessOwner } from "../../contract/owner.ts";
import type { Engine, EngineContainer } from "../../engine/engine.ts";
import { containerKey } from "../container-key.ts";
import { type Changed, followChanges } from "./changed-items.ts";
import type { Tape } from "./tape.ts";

interface Tracked {
  readonly engine: Engine;
  seen: EngineContainer;
  /** Host rows that are there because of it, `pid:start`. */
  readonly processes: Set<string>;
  /** When the last of these came; null before the first. */
  completeAt: number | null;
  /** When its inside was first read after that. */
  readAt: number | null;
  endedAt: number | null;
}

const OVER = new Set<EngineContainer["state"]>(["exited", "failed"]);

/** Notes the launches that happen while it is recorded, so that they can be played by hand. */
export class TakeTracker {
  readonly #tape: Tape;
  /** Whose each host process is now: some are known before their container is told. */
  readonly #owners = new Map<string, string>();
  readonly #tracked = new Map<string, Tracked>();
  readonly #stop: Unsubscribe;

  constructor(tape: Tape, owners: LiveSource<ProcessOwner>) {
    this.#tape = tape;
    this.#stop = followChanges(owners, ({ upsert, remove }) => {
      for (const key of remove) this.#owners.delete(key);
      for (const [key, { container }] of upsert) {
        this.#owners.set(key, container);
        this.#owned(container, key);
      }
    });
  }

  /** What an engine told; containers that are there at the start are no launches. */
  containers(engine: Engine, { upsert, remove }: Changed<EngineContainer>, atStart: boolean): void {
    for (const [id, seen, before] of upsert)
      this.#seen(containerKey(engine.id, id), engine, seen, before, atStart);
    for (const id of remove) this.#finish(containerKey(engine.id, id));
  }

  /** The inside of a container has just been read. */
  read(key: string): void {
    const tracked = this.#tracked.get(key);
    if (tracked && tracked.completeAt !== null && tracked.endedAt === null)
      tracked.readAt ??= this.#tape.last;
  }

  /** Puts down those that are still there. */
  finish(): void {
    this.#stop();
    for (const key of [...this.#tracked.keys()]) this.#finish(key);
  }

  #seen(
    key: string,
    engine: Engine,
    seen: EngineContainer,
    before: EngineContainer | undefined,
    atStart: boolean,
  ): void {
    const tracked = this.#tracked.get(key);
    if (!tracked) {
      if (!atStart && !before) this.#begin(key, engine, seen);
      return;
    }
    tracked.seen = seen;
    if (OVER.has(seen.state)) tracked.endedAt ??= this.#tape.last;
  }

  #begin(key: string, engine: Engine, seen: EngineContainer): void {
    const fresh = { processes: new Set<string>(), completeAt: null, readAt: null, endedAt: null };
    this.#tracked.set(key, { engine, seen, ...fresh });
    for (const [process, container] of this.#owners) if (container === key) this.#owned(key, process);
  }

  #owned(container: string, process: string): void {
    const tracked = this.#tracked.get(container);
    if (!tracked || tracked.endedAt !== null || tracked.processes.has(process)) return;
    tracked.processes.add(process);
    tracked.completeAt = this.#tape.last;
    tracked.readAt = null;
  }

  #finish(key: string): void {
    const tracked = this.#tracked.get(key);
    this.#tracked.delete(key);
    // One that showed nothing on the host has nothing to play.
    if (!tracked || tracked.completeAt === null) return;
    const { engine, seen, processes, completeAt, readAt, endedAt } = tracked;
    const { id, isolation, image, command } = seen;
    if (isolation === null) return;
    this.#tape.put({
      ...{ kind: "take", engine: engine.id, id, isolation, image: image.ref, command },
      ...{ shownMs: readAt ?? completeAt, endedMs: endedAt, processes: [...processes] },
    });
  }
}
