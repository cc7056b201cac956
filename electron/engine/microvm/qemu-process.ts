import { type ChildProcess, spawn } from "node:child_process";
import { Duplex, type Readable } from "node:stream";
import type { ProcessIdentity } from "../../contract/process.ts";
import type { FileServerProcess } from "../engine.ts";
import { fail } from "../failures.ts";
import { dieWithParent } from "../parent-death.ts";
import type { Credentials } from "./config.ts";
import type { SharedFolder } from "./folders/file-server.ts";
import type { FolderServer } from "./folders/folder-server.ts";
import { needsLowPorts } from "./network/low-ports.ts";
import { inherited, openForChild } from "./open-files.ts";
import { identify } from "./process-identity.ts";
import { type MachineSpec, qemuArgs } from "./qemu-args.ts";
import { TextTail } from "./text-tail.ts";

/** A machine whose files are paths of this host; they are handed over open. */
export type MachineFiles = Pick<MachineSpec, "kernel" | "initramfs" | "disk">;
export type MachineShape = Omit<
  MachineSpec,
  keyof MachineFiles | "agentFd" | "qmpFd" | "consoleFd" | "folders"
>;
/** A server of a shared folder, what the guest mounts that by, and where it is on the host. */
export interface ServedFolder extends Pick<SharedFolder, "tag" | "source"> {
  readonly server: FolderServer;
}

export interface QemuExit {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface QemuProcess {
  readonly identity: ProcessIdentity;
  readonly argv: readonly string[];
  readonly agent: Duplex;
  readonly qmp: Duplex;
  /** Last part of the guest's console and of QEMU's own messages. */
  readonly log: TextTail;
  /** Resolves when the process is gone and all it said was read. */
  readonly ended: Promise<QemuExit>;
  /** What serves its folders at this moment. */
  fileServers(): readonly FileServerProcess[];
  kill(): void;
}

const LOG_TAIL = 8000;
const AGENT_FD = 3;
const QMP_FD = 4;
const CONSOLE_FD = 5;
const FILES_FD = 6;
const FOLDERS_FD = 9;

/**
 * Starts QEMU as a child that dies with this process. Its sockets and files are inherited descriptors: nothing of it
 * has a name in the file system, and an unprivileged QEMU needs no way to the cache. Call on the main thread.
 */
export function startQemu(
  shape: MachineShape,
  files: MachineFiles,
  credentials: Credentials | null,
  folders: readonly ServedFolder[] = [],
): QemuProcess {
  const argv = qemuArgs({
    ...shape,
    kernel: inherited(FILES_FD),
    initramfs: inherited(FILES_FD + 1),
    disk: inherited(FILES_FD + 2),
    agentFd: AGENT_FD,
    qmpFd: QMP_FD,
    consoleFd: CONSOLE_FD,
    folders: folders.map(({ tag }, index) => ({ tag, fd: FOLDERS_FD + index })),
  });
  const keeps = needsLowPorts(shape.forwards) ? ["net_bind_service"] : [];
  const [command = "", ...args] = dieWithParent(
    "KILL",
    argv,
    credentials ? { ...credentials, keeps } : undefined,
  );
  const opened = openForChild([files.kernel, files.initramfs, files.disk]);
  try {
    const sockets = folders.map(({ server }) => server.socket);
    const stdio = ["ignore", "ignore", "pipe", "pipe", "pipe", "pipe", ...opened.fds, ...sockets] as const;
    return wrap(spawn(command, args, { stdio: [...stdio] }), argv);
  } finally {
    opened.close();
    for (const { server } of folders) server.handedOver();
  }
}

function wrap(child: ChildProcess, argv: readonly string[]): QemuProcess {
  const ended = new Promise<QemuExit>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  const identity = child.pid === undefined ? null : identify(child.pid);
  const streams: readonly unknown[] = child.stdio;
  const agent = streams[AGENT_FD];
  const qmp = streams[QMP_FD];
  const guestConsole = streams[CONSOLE_FD];
  child.on("error", () => {});
  if (!identity || !(agent instanceof Duplex) || !(qmp instanceof Duplex)) {
    throw fail({
      code: "unavailable",
      engine: "QEMU micro-VM",
      reason: "setpriv (util-linux) could not be run",
    });
  }
  const log = new TextTail(LOG_TAIL);
  if (child.stderr) follow(child.stderr, log);
  if (guestConsole instanceof Duplex) follow(guestConsole, log);
  const kill = () => void child.kill("SIGKILL");
  return { identity, argv, agent, qmp, log, ended, fileServers: () => [], kill };
}

function follow(stream: Readable, log: TextTail): void {
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => log.push(text));
  stream.on("error", () => {});
}
