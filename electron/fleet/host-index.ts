import type { LiveChange, LiveSnapshot, Unsubscribe } from "../contract/live-source.ts";
import type { HostProcess, ProcessIdentity } from "../contract/process.ts";
import type { Clock } from "../engine/engine.ts";
import { siloOf } from "../model/silo-members.ts";
import type { ProcessTable } from "../processes/process-table.ts";
import { RowGroups, type TouchedGroups, untouched } from "./row-groups.ts";
import { VmRows } from "./vm-rows.ts";

/** Which containers, server silos (Windows) and host PIDs a change of the process table touched. */
export interface HostChange {
  readonly containers: TouchedGroups<string>;
  readonly silos: TouchedGroups<number>;
  readonly pids: ReadonlySet<number>;
}

interface Touched extends HostChange {
  readonly pids: Set<number>;
}

/**
 * The host process table indexed for joins: by PID, by container and by silo. Follows the table only while held, so that an
 * app nobody looks at reads no processes.
 */
export class HostIndex {
  readonly vmRows = new VmRows();
  readonly #table: ProcessTable;
  readonly #clock: Clock;
  readonly #listeners = new Set<(change: HostChange) => void>();
  readonly #rows = new Map<string, HostProcess>();
  readonly #byPid = new Map<number, HostProcess>();
  readonly #byContainer = new RowGroups<string>((row) => row.containerId);
  readonly #bySilo = new RowGroups<number>(siloOf);
  #unsubscribe: Unsubscribe | null = null;
  #holders = 0;
  /** When rows were last heard of, ms since the Unix epoch; 0 before the first. */
  #at = 0;

  constructor(table: ProcessTable, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  get at(): number {
    return this.#at;
  }

  get count(): number {
    return this.#rows.size;
  }

  rows(): readonly HostProcess[] {
    return [...this.#rows.values()];
  }

  byPid(pid: number): HostProcess | undefined {
    return this.#byPid.get(pid);
  }

  byIdentity({ pid, start }: ProcessIdentity): HostProcess | undefined {
    const row = this.#byPid.get(pid);
    return row?.start === start ? row : undefined;
  }

  ofContainer(containerId: string): readonly HostProcess[] {
    return this.#byContainer.rows(containerId);
  }

  /** `silo` is not 0, the host itself. */
  ofSilo(silo: number): readonly HostProcess[] {
    return this.#bySilo.rows(silo);
  }

  /** Keeps the index current until released; calls back after each change. */
  hold(listener: (change: HostChange) => void): Unsubscribe {
    this.#listeners.add(listener);
    this.#holders += 1;
    if (this.#holders === 1) this.#follow();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#listeners.delete(listener);
      this.#holders -= 1;
      if (this.#holders === 0) this.#unfollow();
    };
  }

  #follow(): void {
    this.#unsubscribe = this.#table.live.subscribe({
      snapshot: (snapshot) => this.#reset(snapshot),
      change: (change) => this.#apply(change),
      fail: () => {},
    });
  }

  #unfollow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #reset(snapshot: LiveSnapshot<HostProcess>): void {
    const gone = [...this.#rows.keys()];
    this.#apply({ from: 0, rev: snapshot.rev, upsert: snapshot.entries, remove: gone });
  }

  #apply(change: Pick<LiveChange<HostProcess>, "upsert" | "remove"> & { from?: number; rev?: number }): void {
    const touched: Touched = { containers: untouched(), silos: untouched(), pids: new Set() };
    for (const key of change.remove) {
      const row = this.#rows.get(key);
      if (row) this.#drop(key, row, touched);
      this.vmRows.remove(key);
    }
    for (const [key, row] of change.upsert) this.#put(key, row, touched);
    this.#at = this.#clock.now();
    for (const listener of [...this.#listeners]) listener(touched);
  }

  #drop(key: string, row: HostProcess, touched: Touched): void {
    this.#rows.delete(key);
    if (this.#byPid.get(row.pid) === row) this.#byPid.delete(row.pid);
    touched.pids.add(row.pid);
    this.#byContainer.drop(key, row, touched.containers);
    this.#bySilo.drop(key, row, touched.silos);
  }

  #put(key: string, row: HostProcess, touched: Touched): void {
    const old = this.#rows.get(key);
    if (old) this.#drop(key, old, touched);
    this.#rows.set(key, row);
    this.#byPid.set(row.pid, row);
    this.vmRows.put(key, row);
    touched.pids.add(row.pid);
    this.#byContainer.put(key, row, old, touched.containers);
    this.#bySilo.put(key, row, old, touched.silos);
  }
}
