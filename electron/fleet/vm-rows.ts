import type { HostProcess } from "../contract/process.ts";
import { vmRole } from "../model/vm-processes.ts";

/** The host's VM processes (vmwp, vmmem). `revision` grows when one comes or goes or tells another name. */
export class VmRows {
  readonly #rows = new Map<string, HostProcess>();
  #revision = 0;

  get revision(): number {
    return this.#revision;
  }

  all(): readonly HostProcess[] {
    return [...this.#rows.values()];
  }

  put(key: string, row: HostProcess): void {
    if (vmRole(row.name) === null) {
      this.remove(key);
      return;
    }
    const old = this.#rows.get(key);
    this.#rows.set(key, row);
    if (!old || old.user !== row.user || old.command !== row.command || old.startedAt !== row.startedAt) {
      this.#revision += 1;
    }
  }

  remove(key: string): void {
    if (this.#rows.delete(key)) this.#revision += 1;
  }
}
