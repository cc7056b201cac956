import { z } from "zod";
import { ContainerKey } from "./container.ts";
import { ProcessIdentity } from "./process.ts";

/**
 * What a host process is to its container. `main` is the container's own command and `member` another of its processes,
 * both under process isolation; `worker` wraps the container's VM and `vm-memory` carries that VM's memory; `shim` is the
 * container runtime's process that looks after it, and `file-server` hands folders of the host to its VM, both outside of
 * the wall.
 */
export const OwnerRole = z.enum(["main", "member", "worker", "vm-memory", "shim", "file-server"]);
export type OwnerRole = z.output<typeof OwnerRole>;

/** Whose a host process is. A process nobody can show to be some container's has none. */
export const ProcessOwner = ProcessIdentity.extend({
  container: ContainerKey,
  role: OwnerRole,
  /** How that is known, as a sentence a reader can check. */
  evidence: z.string(),
});
export type ProcessOwner = z.output<typeof ProcessOwner>;
