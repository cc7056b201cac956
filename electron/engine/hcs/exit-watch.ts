import type { NativeHcs, NativeSystem } from "../../../native/hcs.ts";
import type { Properties } from "./documents/properties.ts";
import { ownerOf } from "./owner.ts";

/**
 * Listens to the systems of Docker, so that their end shows before the next list. Only Docker's: it leaves
 * ShouldTerminateOnLastHandleClosed unset, so that a handle held here keeps nothing alive (moby).
 */
export class ExitWatch {
  readonly #notify: () => void;
  readonly #held = new Map<string, NativeSystem | null>();

  constructor(notify: () => void) {
    this.#notify = notify;
  }

  /** Holds a handle of each of Docker's running containers, and of nothing else. */
  async follow(native: NativeHcs, systems: readonly Properties[]): Promise<void> {
    const wanted = new Set(systems.filter(isDockers).map(({ Id }) => Id));
    for (const id of [...this.#held.keys()]) if (!wanted.has(id)) this.#release(id);
    for (const id of wanted) if (!this.#held.has(id)) await this.#hold(native, id);
  }

  close(): void {
    for (const id of [...this.#held.keys()]) this.#release(id);
  }

  /** One that cannot be opened is found ended by the next list. */
  async #hold(native: NativeHcs, id: string): Promise<void> {
    this.#held.set(id, null);
    const system = await native.open(id).catch(() => null);
    if (!this.#held.has(id)) return system?.close();
    this.#held.set(id, system);
    system?.watch(() => this.#notify());
  }

  #release(id: string): void {
    this.#held.get(id)?.close();
    this.#held.delete(id);
  }
}

const isDockers = (system: Properties): boolean =>
  ownerOf(system) === "docker" && system.SystemType === "Container" && system.State === "Running";
