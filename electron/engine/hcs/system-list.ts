import type { NativeHcs } from "../../../native/hcs.ts";
import type { Clock } from "../engine.ts";
import type { Properties } from "./documents/properties.ts";
import { ExitWatch } from "./exit-watch.ts";
import { foreignRow } from "./foreign-row.ts";
import { Observer } from "./observer.ts";
import type { OwnContainers } from "./own-containers.ts";
import type { RowList } from "./row-list.ts";
import { listSystems } from "./service.ts";

export interface SystemListDeps {
  readonly rows: RowList;
  readonly own: OwnContainers;
  readonly clock: Clock;
  /** Called when a system of Docker's tells an event. */
  readonly notify: () => void;
}

/** Keeps the rows what the service has: one reading lists every system and looks into the running ones. */
export class SystemList {
  readonly #deps: SystemListDeps;
  readonly #observer: Observer;
  readonly #exits: ExitWatch;

  constructor(deps: SystemListDeps) {
    this.#deps = deps;
    this.#observer = new Observer(deps.clock);
    this.#exits = new ExitWatch(deps.notify);
  }

  get watched(): boolean {
    return this.#deps.rows.watched;
  }

  async refresh(native: NativeHcs): Promise<void> {
    const { own, clock } = this.#deps;
    const before = own.ids();
    const running = own.all().filter(({ container }) => container.system !== null);
    const systems = await listSystems(native, clock);
    const listed = new Set(systems.map(({ Id }) => Id));
    for (const { container } of running) if (!listed.has(container.facts.id)) container.missing();
    // Rows first: on a busy host looking into each system takes its time.
    this.#publish(systems, before);
    await this.#observer.observe(native, systems);
    this.#publish(systems, before);
    await this.#exits.follow(native, systems);
  }

  /** Lets go of every system. */
  release(): void {
    this.#exits.close();
  }

  #publish(systems: readonly Properties[], before: ReadonlySet<string>): void {
    const { rows, own } = this.#deps;
    const all = new Map(systems.map((system) => [system.Id, system]));
    for (const { container } of own.all()) {
      const hostProcesses = this.#observer.of(container.facts.id)?.hostProcesses;
      if (container.system && hostProcesses) container.patch({ hostProcesses });
    }
    const foreign = systems.map((system) => foreignRow(system, all, this.#observer.of(system.Id)));
    rows.replaceForeign(foreign, before);
  }
}
