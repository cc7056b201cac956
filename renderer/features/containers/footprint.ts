import type { Footprint } from "../../../electron/contract/container.ts";

/** A worker's name as it fits in a chip: `qemu-system-x86_64` is `qemu`, `vmwp.exe` is `vmwp`. */
export function shortWorker(name: string): string {
  return name.replace(/-system-.*$/, "").replace(/\.exe$/i, "");
}

/** The footprint as text, for filter and sorting. */
export function footprintText(footprint: Footprint): string {
  switch (footprint.kind) {
    case "none":
      return "";
    case "processes":
      return footprint.main ? String(footprint.main.pid) : "";
    case "worker":
      return `${shortWorker(footprint.worker.name)} ${footprint.worker.pid}`;
    case "unknown":
      return footprint.why;
  }
}

/** The one host PID that stands for the container, if there is one. */
export function footprintPid(footprint: Footprint): number | null {
  if (footprint.kind === "processes") return footprint.main?.pid ?? null;
  return footprint.kind === "worker" ? footprint.worker.pid : null;
}
