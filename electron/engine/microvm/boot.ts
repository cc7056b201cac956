import type { SharedFolder } from "./folders/file-server.ts";
import type { PortForward } from "./network/port-forwards.ts";
import type { RootDisk } from "./root-disk.ts";
import type { Vm } from "./vm.ts";

export interface BootRequest {
  readonly id: string;
  readonly hostname: string;
  readonly memoryMiB: number;
  readonly cpus: number;
  readonly disk: RootDisk;
  readonly folders: readonly SharedFolder[];
  readonly forwards: readonly PortForward[];
}

/**
 * Brings up a machine whose agent answers and whose root file system is mounted. The seam for other ways than a cold
 * boot, such as restoring a template: what comes after does not care.
 */
export interface Boot {
  /** Rejects with `conflict` (a port in use), `timeout`, `start-failed` (the console's tail as detail) or `cancelled`, and nothing is left. */
  start(request: BootRequest, signal: AbortSignal): Promise<Vm>;
}
