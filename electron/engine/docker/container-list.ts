import { isDeepStrictEqual } from "node:util";
import type { ContainerState } from "../../contract/container.ts";
import type { Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { EngineContainer } from "../engine.ts";
import { inPool } from "../in-pool.ts";
import { actionsFor } from "./actions.ts";
import type { Session } from "./negotiate.ts";
import { type ListedContainer, listContainers, listIsolations, readContainer } from "./read-container.ts";

/** Inspects under way at once while the whole list is read. */
const POOL = 4;

interface Known {
  /** Null: it is gone. */
  readonly row: EngineContainer | null;
  readonly ticket: number;
}

/**
 * The containers of one daemon. Each row is read by inspect, and reads may overtake each other: every read takes a ticket
 * when it begins, and an answer older than what is known already is thrown away.
 */
export class ContainerList {
  readonly store = new LiveStore<EngineContainer>();
  readonly #known = new Map<string, Known>();
  readonly #passing = new Map<string, ContainerState>();
  readonly #reading = new Map<string, { again: boolean; done: Promise<void> }>();
  /** Of the last full list; an isolation never changes. */
  #isolations: ReadonlyMap<string, Isolation> = new Map();
  #ticket = 0;
  readonly #osVersionOf: (image: string) => string | null;

  /** @param osVersionOf the Windows version that an image, by its id, says it is made of */
  constructor(osVersionOf: (image: string) => string | null = () => null) {
    this.#osVersionOf = osVersionOf;
  }

  /** Makes the list exactly what the daemon has now. Resolves with the daemon's own list, helpers included. */
  async resync(session: Session): Promise<readonly ListedContainer[]> {
    const ticket = ++this.#ticket;
    const [listed, isolations] = await Promise.all([listContainers(session), listIsolations(session)]);
    this.#isolations = isolations;
    const present = new Set(listed.filter((entry) => !entry.helper).map((entry) => entry.id));
    for (const id of this.#known.keys()) if (!present.has(id)) this.#learn(id, null, ticket);
    await inPool([...present], POOL, (id) => this.#read(session, id).catch(keepOnHttpError));
    this.#forget(ticket);
    return listed;
  }

  /** Reads one container again. Calls that come while a read is under way share one further read. */
  refresh(session: Session, id: string): Promise<void> {
    const reading = this.#reading.get(id);
    if (reading) {
      reading.again = true;
      return reading.done;
    }
    const started = { again: false, done: Promise.resolve() };
    this.#reading.set(id, started);
    started.done = this.#readWhileAsked(session, id, started);
    return started.done;
  }

  /** Shows `state` while the daemon works on it, which its own answers do not tell, and reads the row afterwards. */
  async during<T>(session: Session, id: string, state: ContainerState, work: () => Promise<T>): Promise<T> {
    this.#passing.set(id, state);
    this.#publish(id);
    try {
      return await work();
    } finally {
      this.#passing.delete(id);
      this.#publish(id);
      // A daemon that went away meanwhile is told by the status; the row is read again when it is back.
      await this.refresh(session, id).catch(() => {});
    }
  }

  async #readWhileAsked(session: Session, id: string, reading: { again: boolean }): Promise<void> {
    try {
      do {
        reading.again = false;
        await this.#read(session, id).catch((thrown: unknown) => {
          // A container half removed cannot be inspected: whoever asked meanwhile still gets a reading of their own.
          if (!reading.again) throw thrown;
        });
      } while (reading.again);
    } finally {
      this.#reading.delete(id);
    }
  }

  async #read(session: Session, id: string): Promise<void> {
    const ticket = ++this.#ticket;
    const besides = { listed: this.#isolations.get(id) ?? null, osVersionOf: this.#osVersionOf };
    this.#learn(id, await readContainer(session, id, besides), ticket);
  }

  #learn(id: string, row: EngineContainer | null, ticket: number): void {
    if ((this.#known.get(id)?.ticket ?? 0) > ticket) return;
    this.#known.set(id, { row, ticket });
    this.#publish(id);
  }

  #publish(id: string): void {
    const row = this.#known.get(id)?.row ?? null;
    const shown = row && withState(row, this.#passing.get(id));
    if (shown === null) this.store.update([], [id]);
    else if (!isDeepStrictEqual(this.store.get(id), shown)) this.store.update([[id, shown]]);
  }

  /** Drops the memory of containers that were gone before the list of `ticket` was read. */
  #forget(ticket: number): void {
    for (const [id, { row, ticket: learnt }] of this.#known) {
      if (row === null && learnt < ticket) this.#known.delete(id);
    }
  }
}

/** The states shown in passing allow the same on every system. */
const withState = (row: EngineContainer, state: ContainerState | undefined): EngineContainer =>
  state ? { ...row, state, actions: actionsFor(state, "linux", row.isolation) } : row;

/** One container that cannot be inspected must not take the whole engine away. */
function keepOnHttpError(thrown: unknown): void {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "http") return;
  throw thrown;
}
