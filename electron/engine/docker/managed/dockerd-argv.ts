import { dieWithParent } from "../../parent-death.ts";
import type { ManagedLayout } from "./places.ts";

export type StorageDriver = "overlay2" | "vfs";

/**
 * The command line of a private daemon: own directories and socket, no bridge, no firewall rules and no forwarding, so that it
 * leaves the host's network alone. It gets SIGTERM when this process dies, and stops its containers then.
 */
export function dockerdArgv(
  dockerd: string,
  layout: ManagedLayout,
  storageDriver: StorageDriver,
): readonly string[] {
  return dieWithParent("TERM", [
    dockerd,
    "--data-root",
    layout.dataRoot,
    "--exec-root",
    layout.execRoot,
    "--pidfile",
    layout.pidFile,
    "--host",
    `unix://${layout.socket}`,
    // Without one the machine's own /etc/docker/daemon.json would be read.
    "--config-file",
    layout.configFile,
    `--storage-driver=${storageDriver}`,
    "--bridge=none",
    "--iptables=false",
    "--ip6tables=false",
    "--ip-forward=false",
    "--live-restore=false",
    "--shutdown-timeout=3",
  ]);
}
