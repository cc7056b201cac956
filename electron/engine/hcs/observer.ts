import type { NativeHcs } from "../../../native/hcs.ts";
import type { Clock } from "../engine.ts";
import { inPool } from "../in-pool.ts";
import type { Properties } from "./documents/properties.ts";
import type { PropertyType } from "./documents/property-query.ts";
import { type Observation, startOf } from "./observation.ts";
import { identities } from "./process-rows.ts";
import { readProperties, withSystem } from "./service.ts";

/** Systems open at once. */
const POOL = 4;

/** Reads what the list does not tell of running containers. A system that cannot be read keeps what was known of it. */
export class Observer {
  readonly #clock: Clock;
  readonly #known = new Map<string, Observation & { readonly runtimeId: string | undefined }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(id: string): Observation | undefined {
    return this.#known.get(id);
  }

  /** @param systems all there are; what is not among them is forgotten. */
  async observe(native: NativeHcs, systems: readonly Properties[]): Promise<void> {
    const running = new Map(systems.filter(isObserved).map((system) => [system.Id, system]));
    for (const id of this.#known.keys()) if (!running.has(id)) this.#known.delete(id);
    await inPool([...running.values()], POOL, (system) => this.#read(native, system));
  }

  /** Gone, or not ours to read: the list and its next reading tell more than one failed property query. */
  async #read(native: NativeHcs, system: Properties): Promise<void> {
    try {
      const known = this.#known.get(system.Id);
      const same = known?.runtimeId === system.RuntimeId ? known : undefined;
      const types: PropertyType[] = same ? ["ProcessList"] : ["ProcessList", "Statistics"];
      const read = await withSystem(native, system.Id, (open) => readProperties(open, types, this.#clock));
      this.#learn(system, same, read);
    } catch {}
  }

  #learn(system: Properties, same: Observation | undefined, read: Properties): void {
    const hostProcesses = read.ProcessList && identities(read.ProcessList);
    const startedAt = same ? same.startedAt : startOf(read.Statistics, this.#clock.now());
    this.#known.set(system.Id, {
      runtimeId: system.RuntimeId,
      startedAt,
      ...(hostProcesses ? { hostProcesses } : {}),
    });
  }
}

/** A VM has neither a process list nor container statistics. */
const isObserved = ({ SystemType, State, Stopped }: Properties): boolean =>
  SystemType === "Container" && Stopped !== true && (State === "Running" || State === "Paused");
