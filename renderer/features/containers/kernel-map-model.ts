import type { Container } from "../../../electron/contract/container.ts";
import { plural, shownName } from "../../../electron/model/format.ts";
import { isActive } from "./container-row.ts";
import { footprintPid, shortWorker } from "./footprint.ts";

/** One thing standing on a kernel. `foot` says which host process it is, e.g. "PID 3964" or "qemu 2376". */
export interface MapTile {
  readonly key: string;
  readonly name: string;
  readonly foot: string;
  /** Build of the VM's kernel: Windows boots it from the image. Null where no image tells. */
  readonly build: string | null;
  readonly stale: boolean;
}

export interface KernelMap {
  readonly shared: readonly MapTile[];
  readonly vms: readonly MapTile[];
}

/** More tiles than this on a side become a count. */
export const MOST_TILES = 12;

/** What stands on the host's kernel and what on its own. Containers of unknown isolation are in neither. */
export function kernelMap(
  containers: readonly { readonly container: Container; readonly stale: string | null }[],
  pidWord: string,
): KernelMap {
  const active = containers
    .filter(({ container }) => isActive(container))
    .sort((a, b) => (a.container.key < b.container.key ? -1 : 1));
  const side = (isolation: Container["isolation"]) =>
    active
      .filter(({ container }) => container.isolation === isolation)
      .map(({ container, stale }) => toTile(container, stale !== null, pidWord));
  return { shared: side("process"), vms: side("hyperv") };
}

function toTile(container: Container, stale: boolean, pidWord: string): MapTile {
  const { footprint, key, name, state, image } = container;
  const pid = footprintPid(footprint);
  const owner = footprint.kind === "worker" ? shortWorker(footprint.worker.name) : pidWord;
  const without = footprint.kind === "processes" ? plural(footprint.others, "process", "processes") : state;
  const foot = pid === null ? without : `${owner} ${pid}`;
  return { key, name: shownName(name), foot, build: image.osVersion?.split(".")[2] ?? null, stale };
}
