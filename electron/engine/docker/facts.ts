import type { Isolation } from "../../contract/engine.ts";
import type { RuntimeEntry } from "./parse.ts";

/** What a daemon told of itself when the connection was made. Holds for that connection only. */
export interface DaemonFacts {
  readonly flavour: "docker" | "podman";
  readonly os: "linux" | "windows";
  readonly version: string;
  readonly apiVersion: string;
  readonly kernelVersion: string;
  readonly operatingSystem: string;
  readonly runtimes: Readonly<Record<string, RuntimeEntry>>;
  readonly defaultRuntime: string;
  /** Windows: what a container gets that does not ask; null on Linux. */
  readonly defaultIsolation: Isolation | null;
  /** Windows daemons and Linux daemons on this very kernel: the PIDs they name are this host's. */
  readonly sharesHost: boolean;
  /** False when a container must be given the network "none", because there is no bridge. */
  readonly hasDefaultNetwork: boolean;
}

/** This machine, as far as a daemon's answers are compared with it. */
export interface HostFacts {
  readonly platform: NodeJS.Platform;
  /** `os.release()` */
  readonly kernelRelease: string;
}
