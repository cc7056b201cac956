import { createHash } from "node:crypto";
import { join } from "node:path";
import { IsoscopeFailure } from "../../../contract/failure.ts";

/** Where a managed daemon keeps its things. Nothing outside the two directories is touched. */
export interface ManagedPlaces {
  /** Images and containers; survives the app. */
  readonly stateDir: string;
  /** Sockets, PID files, the log; short, and gone when the daemon has stopped. */
  readonly runDir: string;
}

export interface ManagedLayout {
  readonly runDir: string;
  readonly dataRoot: string;
  readonly execRoot: string;
  readonly socket: string;
  readonly pidFile: string;
  readonly configFile: string;
  readonly logFile: string;
  /** Name of the network interface for published ports: made when they are asked for, another for each state directory. */
  readonly bridge: string;
}

/** The kernel's limit for the path of a Unix socket, with the final NUL. */
const SOCKET_PATH_LIMIT = 108;

/** Throws `unavailable` when the run directory is too deep for a socket. */
export function layoutOf({ stateDir, runDir }: ManagedPlaces): ManagedLayout {
  const socket = join(runDir, "docker.sock");
  if (Buffer.byteLength(socket) >= SOCKET_PATH_LIMIT) {
    const reason = `The directory for its socket has too long a path: ${runDir}`;
    throw new IsoscopeFailure({ code: "unavailable", engine: "Docker", reason });
  }
  return {
    runDir,
    socket,
    dataRoot: join(stateDir, "docker"),
    execRoot: join(runDir, "exec"),
    pidFile: join(runDir, "dockerd.pid"),
    configFile: join(runDir, "daemon.json"),
    logFile: join(runDir, "dockerd.log"),
    // The kernel takes at most 15 characters.
    bridge: `iso-${createHash("sha256").update(stateDir).digest("hex").slice(0, 8)}`,
  };
}
