import type { Clock } from "../../engine.ts";
import { findDockerd } from "./find-dockerd.ts";
import { ManagedDaemon } from "./managed-daemon.ts";
import type { ManagedPlaces } from "./places.ts";

/** A managed daemon where that is possible: on Linux, as root, with dockerd installed. Null elsewhere. Starts nothing. */
export function managedDaemonHere(places: ManagedPlaces, clock: Clock): ManagedDaemon | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const dockerd = findDockerd(process.env.PATH);
  return dockerd === null ? null : new ManagedDaemon({ places, dockerd, clock });
}
