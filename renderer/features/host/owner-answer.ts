import type { Container } from "../../../electron/contract/container.ts";
import { vmRole } from "../../../electron/model/vm-processes.ts";
import type { HostEntry, HostItem } from "./host-entry.ts";

/**
 * The process whose owner the bar tells: the one somebody is on, else what a search has found: the first worker, or the
 * only match.
 */
export function answeredBy(
  items: readonly HostItem[],
  focusedKey: string | null,
  searching: boolean,
): HostEntry | null {
  const focused = focusedKey === null ? undefined : items.find(({ key }) => key === focusedKey);
  if (focused) return focused;
  if (!searching) return null;
  const found = items.filter(({ aside }) => !aside);
  const worker = found.find((item) => item.owner?.role === "worker" || isWorkerName(item));
  return worker ?? (found.length === 1 ? found[0] : undefined) ?? null;
}

/** What carries a VM by its name: vmwp, vmmem, or QEMU, whose name Linux keeps only the beginning of. */
export function isWorkerName({ row }: HostEntry): boolean {
  return vmRole(row.name) !== null || /^qemu-system/.test(row.name);
}

/** Why there are VMs here whose worker is not known, in the words of their containers; "" when there is none. */
export function whyUnknown(containers: Iterable<Container>): string {
  const whys = new Set<string>();
  for (const { isolation, footprint } of containers) {
    if (isolation === "hyperv" && footprint.kind === "unknown") whys.add(footprint.why);
  }
  return [...whys].join(" ");
}
