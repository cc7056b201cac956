import type { EngineLaunch } from "../engine.ts";
import { fail } from "../failures.ts";
import type { LayeredImage } from "./launch/layer-source.ts";
import type { OwnContainer } from "./own-container.ts";
import { type OwnFacts, ownRow } from "./own-row.ts";
import type { RowList } from "./row-list.ts";

/** A container and what it was launched from. */
export interface OwnEntry {
  readonly container: OwnContainer;
  readonly spec: EngineLaunch;
  readonly image: LayeredImage;
}

/** The containers this app made, by id, and their names. */
export class OwnContainers {
  readonly #entries = new Map<string, OwnEntry>();
  /** Names of launches that have no row yet. */
  readonly #reserved = new Set<string>();
  readonly #rows: RowList;

  constructor(rows: RowList) {
    this.#rows = rows;
  }

  get(id: string): OwnEntry | undefined {
    return this.#entries.get(id);
  }

  all(): readonly OwnEntry[] {
    return [...this.#entries.values()];
  }

  ids(): ReadonlySet<string> {
    return new Set(this.#entries.keys());
  }

  /** Takes a name until released. Throws `conflict`. */
  reserve(name: string): void {
    if (this.#taken(name)) throw fail({ code: "conflict", message: `The name ${name} is in use` });
    this.#reserved.add(name);
  }

  release(name: string): void {
    this.#reserved.delete(name);
  }

  add(entry: OwnEntry): void {
    this.#entries.set(entry.container.facts.id, entry);
    this.changed(entry.container.facts);
  }

  /** Publishes a row, unless the container has been removed. */
  changed(facts: OwnFacts): void {
    if (this.#entries.has(facts.id)) this.#rows.putOwn(ownRow(facts));
  }

  remove(id: string): void {
    this.#entries.delete(id);
    this.#rows.dropOwn(id);
  }

  #taken(name: string): boolean {
    return this.#reserved.has(name) || this.all().some(({ container }) => container.facts.name === name);
  }
}
