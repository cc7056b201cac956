import { openScope } from "../../app/router.ts";
import type { Attribution } from "./host-entry.ts";

/** Opens the container in Scope. A process inside is looked for by its number there; a worker or shim is not inside. */
export function openOwner({ container, role }: Attribution, { pid }: { readonly pid: number }): void {
  openScope(container, role === "main" || role === "member" ? String(pid) : "");
}
