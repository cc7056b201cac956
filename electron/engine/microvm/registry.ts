import { randomBytes } from "node:crypto";
import type { LiveSource } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { EngineContainer, EngineLaunch, ImageConfig } from "../engine.ts";
import { fail } from "../failures.ts";
import type { MicroVmContainer } from "./container.ts";
import { defaultName } from "./names.ts";
import { type Facts, toRow } from "./rows.ts";

/** A container and what it was launched from. */
export interface Entry {
  readonly container: MicroVmContainer;
  readonly spec: EngineLaunch;
  readonly image: ImageConfig;
}

/** The engine's containers by id, their names, and their rows as the fleet watches them. */
export class Registry {
  readonly #entries = new Map<string, Entry>();
  readonly #rows = new LiveStore<EngineContainer>();
  /** Names of launches that have no row yet. */
  readonly #reserved = new Set<string>();

  get rows(): LiveSource<EngineContainer> {
    return this.#rows;
  }

  all(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  /** Throws `not-found`. */
  get(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw fail({ code: "not-found", what: "container", name: id.slice(0, 80) });
    return entry;
  }

  /** Takes a name, or makes one up, until released. Throws `conflict`. */
  reserve(wanted: string | null): string {
    const name = wanted ?? this.#unusedName();
    if (this.#taken(name)) throw fail({ code: "conflict", message: `The name ${name} is in use` });
    this.#reserved.add(name);
    return name;
  }

  release(name: string): void {
    this.#reserved.delete(name);
  }

  add(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    this.changed(entry.container.facts);
  }

  /** Publishes a row, unless the container has been removed. */
  changed(facts: Facts): void {
    if (this.#entries.has(facts.id)) this.#rows.update([[facts.id, toRow(facts)]]);
  }

  remove(id: string): void {
    this.#entries.delete(id);
    this.#rows.update([], [id]);
  }

  #taken(name: string): boolean {
    return this.#reserved.has(name) || this.all().some(({ container }) => container.facts.name === name);
  }

  #unusedName(): string {
    for (;;) {
      const name = defaultName(randomBytes(3));
      if (!this.#taken(name)) return name;
    }
  }
}
