import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { EngineContainer } from "../engine.ts";
import type { Session } from "./negotiate.ts";
import { readContainer } from "./read-container.ts";
import { inspectImage } from "./read-image.ts";

/**
 * The kernel of a container, null when it is the host's. A utility VM boots from the image's own layers, so on Windows the
 * image's version is its kernel's, and it booted when the container started. Rejects with `not-found`, `unsupported`.
 */
export async function readKernel(session: Session, id: string): Promise<Kernel | null> {
  const row = await readContainer(session, id);
  if (row === null) throw new IsoscopeFailure({ code: "not-found", what: "container", name: id });
  if (row.isolation === "process") return null;
  const release = await guestVersion(session, row);
  if (release !== null) return { release, bootedAt: row.startedAt, bootId: null };
  const reason = "A Docker daemon does not tell the kernel of a container that has its own.";
  throw new IsoscopeFailure({ code: "unsupported", capability: "kernel", reason });
}

async function guestVersion(session: Session, { isolation, image }: EngineContainer): Promise<string | null> {
  if (session.facts.os !== "windows" || isolation !== "hyperv") return null;
  const { OsVersion } = await inspectImage(session, image.id ?? image.ref);
  return OsVersion || null;
}
