import type { RootDisk } from "./root-disk.ts";
import type { Vm } from "./vm.ts";

export interface BootRequest {
  readonly id: string;
  readonly hostname: string;
  readonly memoryMiB: number;
  readonly cpus: number;
  readonly disk: RootDisk;
}

/**
 * Brings up a machine whose agent answers and whose root file system is mounted. The seam for other ways than a cold
 * boot, such as restoring a template: what comes after does not care.
 */
export interface Boot {
  /** Rejects with `timeout`, `start-failed` (the console's tail as detail) or `cancelled`, and nothing is left. */
  start(request: BootRequest, signal: AbortSignal): Promise<Vm>;
}
