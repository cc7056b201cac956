import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock, Engine, EngineContainer } from "../../engine/engine.ts";
import { containerKey } from "../container-key.ts";
import type { InsideReader } from "../scope-watch.ts";
import type { Tape } from "./tape.ts";
import { WitnessReader } from "./witness-reader.ts";

/** Between two readings of the same container, ms: often enough for a scope, seldom enough for twenty of them. */
const EVERY_MS = 2_000;
/** Readings at a time. */
const AT_ONCE = 4;

interface Sampled {
  readonly key: string;
  readonly reader: WitnessReader;
  seen: EngineContainer;
  dueAt: number;
  reading: boolean;
}

export interface SamplerDeps {
  readonly clock: Clock;
  readonly inside: InsideReader;
  readonly tape: Tape;
  /** Called when a container has been read. */
  readonly onRead: (key: string) => void;
}

/** Reads the witnesses of all containers that run, a few at a time: those first that have changed. */
export class Sampler {
  readonly #deps: SamplerDeps;
  readonly #sampled = new Map<string, Sampled>();
  readonly #busy = new Set<Promise<void>>();
  #next: Unsubscribe = () => {};
  #closed = false;

  constructor(deps: SamplerDeps) {
    this.#deps = deps;
  }

  /** A container as it is now. */
  seen(engine: Engine, container: EngineContainer): void {
    const key = containerKey(engine.id, container.id);
    if (container.state !== "running" && container.state !== "paused") {
      this.#sampled.delete(key);
      return;
    }
    const known = this.#sampled.get(key);
    const dueAt = this.#deps.clock.now();
    if (known) Object.assign(known, { seen: container, dueAt });
    else {
      const reader = new WitnessReader(engine, this.#deps.inside, this.#deps.tape);
      this.#sampled.set(key, { key, reader, seen: container, dueAt, reading: false });
    }
    this.#pump();
  }

  gone(key: string): void {
    this.#sampled.delete(key);
  }

  /** Resolves when all that is being read has been. */
  async settled(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy);
  }

  /** Reads all once more, then nothing. Resolves when that is done. */
  async finish(): Promise<void> {
    this.#closed = true;
    this.#next();
    await Promise.all(this.#busy);
    await Promise.all([...this.#sampled.values()].map((one) => this.#readOnce(one)));
  }

  /** Stops without a last reading. */
  close(): void {
    this.#closed = true;
    this.#next();
    this.#sampled.clear();
  }

  #pump(): void {
    this.#next();
    if (this.#closed) return;
    const now = this.#deps.clock.now();
    const waiting = [...this.#sampled.values()].filter(({ reading }) => !reading);
    waiting.sort((a, b) => a.dueAt - b.dueAt);
    for (const one of waiting) {
      if (this.#busy.size >= AT_ONCE || one.dueAt > now) break;
      this.#read(one);
    }
    const [first] = waiting.filter(({ reading }) => !reading);
    if (first && this.#busy.size < AT_ONCE)
      this.#next = this.#deps.clock.after(Math.max(0, first.dueAt - now), () => this.#pump());
  }

  #read(one: Sampled): void {
    one.reading = true;
    one.dueAt = this.#deps.clock.now() + EVERY_MS;
    const done = this.#readOnce(one).finally(() => {
      one.reading = false;
      this.#busy.delete(done);
      this.#pump();
    });
    this.#busy.add(done);
  }

  async #readOnce({ key, reader, seen }: Sampled): Promise<void> {
    await reader.read(seen);
    this.#deps.onRead(key);
  }
}
