import type { Kernel } from "../../contract/scope.ts";
import type { EngineContainer } from "../engine.ts";
import { unsupported } from "./explain.ts";

/** Null under process isolation. Rejects with `unsupported` where HCS does not tell: it knows no guest's version. */
export function kernelOf({ isolation, image, startedAt }: EngineContainer): Kernel | null {
  if (isolation === "process") return null;
  if (isolation === "hyperv" && image.osVersion !== null) {
    return { release: image.osVersion, bootedAt: startedAt, bootId: null };
  }
  const reason =
    isolation === null
      ? "The container's isolation is not known, so neither is its kernel."
      : "The Host Compute Service does not tell the version of the kernel inside a VM.";
  throw unsupported("kernel", reason);
}
