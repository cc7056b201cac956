import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import { join } from "node:path";
import type { ProcessIdentity } from "../../../contract/process.ts";
import { abortable } from "../../abortable.ts";
import { fail } from "../../failures.ts";
import { dieWithParent } from "../../parent-death.ts";
import type { CacheFiles } from "../cache-files.ts";
import { childrenOf, identify } from "../process-identity.ts";
import { TextTail } from "../text-tail.ts";
import { type FileServer, fileServerArgs, type SharedFolder } from "./file-server.ts";

export interface FolderServerDeps {
  readonly server: FileServer;
  /** Built by `scripts/build-guest.mjs` from `native/share`. */
  readonly helper: string;
  readonly cache: CacheFiles;
}

/** One running file server with one folder, and the one connection it takes. */
export interface FolderServer {
  readonly identity: ProcessIdentity;
  /** It, and the child of it that serves: QEMU's virtiofsd enters its sandbox by a fork once QEMU has connected. */
  processes(): readonly ProcessIdentity[];
  /** For QEMU to inherit; nothing is read from it here. Close this process's copy with `handedOver`. */
  readonly socket: Socket;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
  handedOver(): void;
  kill(): void;
}

const LOG_TAIL = 2000;
const LISTENER_FD = 3;

/**
 * Starts a file server that sees this folder and nothing else, and dies with this process. The server takes one
 * connection and ends with it. Rejects with `start-failed`; then nothing is left. Call on the main thread.
 */
export function serveFolder(
  folder: Pick<SharedFolder, "source" | "readOnly">,
  { server, helper, cache }: FolderServerDeps,
  signal: AbortSignal,
): Promise<FolderServer> {
  return cache.withTemporary(async (place) => {
    const path = join(place, "s");
    const argv = fileServerArgs(server, folder, LISTENER_FD);
    const mode = folder.readOnly ? "ro" : "rw";
    const [command = "", ...args] = dieWithParent("KILL", [helper, path, mode, folder.source, ...argv]);
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    try {
      await abortable(signal, "launch", listening(child, ended, folder.source));
      return running(child, ended, await connected(path));
    } catch (error) {
      child.kill("SIGKILL");
      if (child.pid !== undefined) await ended;
      throw error;
    }
  });
}

function running(child: ChildProcess, ended: Promise<void>, socket: Socket): FolderServer {
  const identity = child.pid === undefined ? null : identify(child.pid);
  const handedOver = () => void socket.destroy();
  if (!identity) {
    handedOver();
    throw fail({ code: "start-failed", reason: "The file server ended at once", exitCode: null });
  }
  const kill = () => {
    handedOver();
    child.kill("SIGKILL");
  };
  const processes = () => [identity, ...childrenOf(identity.pid)];
  return { identity, processes, socket, ended, handedOver, kill };
}

/** Resolves when connecting works. What the server says later is kept from blocking it, and dropped. */
async function listening(child: ChildProcess, ended: Promise<void>, source: string): Promise<void> {
  const log = new TextTail(LOG_TAIL);
  child.stderr?.setEncoding("utf8").on("data", (text: string) => log.push(text));
  const missing = once(child, "error").then(() => "setpriv (util-linux) could not be run");
  const ready = child.stdout ? once(child.stdout, "data") : Promise.resolve();
  const why = await Promise.race([ready.then(() => null), missing, ended.then(() => log.toString().trim())]);
  child.stdout?.resume();
  if (why === null) return;
  throw fail({
    code: "start-failed",
    reason: `The folder ${source} could not be shared: ${why}`,
    exitCode: null,
  });
}

/** Paused from the start, since the first to read from it has to be QEMU. */
async function connected(path: string): Promise<Socket> {
  const socket = new Socket();
  socket.pause();
  socket.connect(path);
  await once(socket, "connect");
  socket.on("error", () => {});
  return socket;
}
