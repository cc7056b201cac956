import { isDeepStrictEqual } from "node:util";
import type { UtilityVm } from "../engine/engine.ts";
import { findVmProcesses, guidKey, type VmProcesses } from "../model/vm-processes.ts";
import type { VmRows } from "./vm-rows.ts";

/** Which utility VM has which host processes. Worked out anew only when a VM or a VM process came, went or was renamed. */
export class VmBook {
  readonly #rows: Pick<VmRows, "revision" | "all">;
  readonly #vms = new Map<string, UtilityVm>();
  readonly #changed = new Set<string>();
  #found: ReadonlyMap<string, VmProcesses> = new Map();
  #revision = -1;

  constructor(rows: Pick<VmRows, "revision" | "all">) {
    this.#rows = rows;
  }

  /** Says which VM a container has; null for none. */
  set(key: string, vm: UtilityVm | null): void {
    const old = this.#vms.get(key) ?? null;
    if (old?.runtimeId === vm?.runtimeId && old?.startedAt === vm?.startedAt) return;
    if (vm) this.#vms.set(key, vm);
    else this.#vms.delete(key);
    this.#revision = -1;
  }

  /** The container's VM as the host shows it now; null for a container without one. */
  of(key: string): VmProcesses | null {
    this.#refresh();
    const vm = this.#vms.get(key);
    return (vm && this.#found.get(guidKey(vm.runtimeId))) ?? null;
  }

  /** The containers whose VM processes are others than when this was last asked. */
  takeChanged(): readonly string[] {
    this.#refresh();
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  #refresh(): void {
    if (this.#revision === this.#rows.revision) return;
    const before = this.#found;
    this.#found = findVmProcesses([...this.#vms.values()], this.#rows.all());
    this.#revision = this.#rows.revision;
    for (const [key, { runtimeId }] of this.#vms) {
      const guid = guidKey(runtimeId);
      if (!isDeepStrictEqual(before.get(guid), this.#found.get(guid))) this.#changed.add(key);
    }
  }
}
