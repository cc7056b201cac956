import type { Unsubscribe } from "../../contract/live-source.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { Clock } from "../../engine/engine.ts";
import { processKey } from "../../processes/process-table.ts";
import type { HostIndex } from "../host-index.ts";

interface Seen {
  readonly name: string;
  /** When the table first had it under this name, ms since the Unix epoch. */
  readonly namedAt: number;
}

/**
 * When the host's process table first showed what, from the moment this is made until it is closed. A process that runs
 * another program keeps its identity and gets another name: what counts is when it had the name it has now.
 */
export class FirstSeen {
  readonly #host: HostIndex;
  readonly #clock: Clock;
  readonly #before = new Set<string>();
  readonly #seen = new Map<string, Seen>();
  readonly #release: Unsubscribe;

  constructor(host: HostIndex, clock: Clock) {
    this.#host = host;
    this.#clock = clock;
    this.#release = host.hold(({ pids }) => {
      for (const pid of pids) this.#note(host.byPid(pid));
    });
    this.forget();
  }

  /** Takes all that is there now for what was there before. */
  forget(): void {
    this.#before.clear();
    this.#seen.clear();
    for (const row of this.#host.rows()) this.#before.add(processKey(row));
  }

  /** ms since the Unix epoch; null for what was there before, or has not been seen. */
  at(identity: { readonly pid: number; readonly start: string }): number | null {
    return this.#seen.get(processKey(identity))?.namedAt ?? null;
  }

  isNew(row: HostProcess): boolean {
    return this.#seen.has(processKey(row));
  }

  close(): void {
    this.#release();
  }

  #note(row: HostProcess | undefined): void {
    if (!row) return;
    const key = processKey(row);
    if (this.#before.has(key) || this.#seen.get(key)?.name === row.name) return;
    this.#seen.set(key, { name: row.name, namedAt: this.#clock.now() });
  }
}
