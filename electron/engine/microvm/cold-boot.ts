import { IsoscopeFailure, toIsoscopeError } from "../../contract/errors.ts";
import type { ProcessIdentity } from "../../contract/process.ts";
import { abortable } from "../abortable.ts";
import { withDeadline } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import { GuestRefusal } from "./agent-client.ts";
import type { Boot, BootRequest } from "./boot.ts";
import type { Credentials } from "./config.ts";
import { type FolderServerDeps, serveFolder } from "./folders/folder-server.ts";
import { endServers, withFolderServers } from "./folders/with-folder-servers.ts";
import { PROTOCOL } from "./frames.ts";
import type { Extra } from "./guest-kernel.ts";
import { SILENCE_MS } from "./heartbeat.ts";
import { checkPorts } from "./network/port-check.ts";
import { GUEST_NETWORK, refusedForward } from "./network/port-forwards.ts";
import type { Accelerator } from "./qemu-args.ts";
import { type MachineFiles, type MachineShape, type ServedFolder, startQemu } from "./qemu-process.ts";
import { Vm } from "./vm.ts";

export interface ColdBootOptions {
  readonly kernel: string;
  readonly initramfs: (extras: readonly Extra[], signal: AbortSignal) => Promise<string>;
  /** Null where folders cannot be shared. */
  readonly folderServers: FolderServerDeps | null;
  readonly accelerator: Accelerator;
  readonly credentials: Credentials | null;
  readonly deadlineMs: number;
  readonly clock: Clock;
  /** Notes a process (QEMU, a file server) the moment it exists, and forgets it when it is gone. */
  readonly track: (id: string, started: TrackedProcess) => void;
  readonly start?: typeof startQemu;
}

export interface TrackedProcess {
  readonly identity: ProcessIdentity;
  readonly ended: Promise<unknown>;
}

/** Boots the kernel from the beginning: 1.5 to 3 s under TCG. */
export class ColdBoot implements Boot {
  readonly #options: ColdBootOptions;

  constructor(options: ColdBootOptions) {
    this.#options = options;
  }

  async start(request: BootRequest, signal: AbortSignal): Promise<Vm> {
    const { clock, deadlineMs } = this.#options;
    await checkPorts(request.forwards);
    const vm = await this.#spawn(request, signal);
    try {
      const up = Promise.race([this.#bringUp(vm, request), endedEarly(vm)]);
      await abortable(signal, "launch", withDeadline(clock, deadlineMs, "booting the micro-VM", up));
      return vm;
    } catch (error) {
      await vm.kill();
      throw bootFailure(error, vm);
    }
  }

  async #spawn(request: BootRequest, signal: AbortSignal): Promise<Vm> {
    const { kernel, accelerator, credentials, clock, track } = this.#options;
    const { id, memoryMiB, cpus, disk, forwards } = request;
    const shape: MachineShape = { id, accelerator, memoryMiB, cpus, forwards };
    const initramfs = await this.#options.initramfs(extrasOf(request), signal);
    const files: MachineFiles = { kernel, initramfs, disk: disk.path };
    const folders = await this.#serve(request, signal);
    try {
      const qemu = (this.#options.start ?? startQemu)(shape, files, credentials, folders);
      track(id, qemu);
      return new Vm(withFolderServers(qemu, folders, clock), clock);
    } catch (error) {
      await endServers(folders);
      throw error;
    }
  }

  /** Starts a file server for each folder, or leaves none. */
  async #serve({ id, folders }: BootRequest, signal: AbortSignal): Promise<readonly ServedFolder[]> {
    const { folderServers, track } = this.#options;
    if (folderServers === null) return [];
    const served: ServedFolder[] = [];
    try {
      for (const folder of folders) {
        const server = await serveFolder(folder, folderServers, signal);
        track(`${id}-${folder.tag}`, server);
        served.push({ tag: folder.tag, source: folder.source, server });
      }
      return served;
    } catch (error) {
      await endServers(served);
      throw error;
    }
  }

  async #bringUp(vm: Vm, request: BootRequest): Promise<void> {
    const { protocol } = await vm.agent.ready;
    if (protocol !== PROTOCOL) {
      throw fail({
        code: "internal",
        message: `The guest speaks protocol ${protocol}, not ${PROTOCOL}: rebuild it`,
      });
    }
    vm.greeted(await vm.agent.hello(request.hostname, SILENCE_MS));
    await vm.agent.mountRoot(request.disk.filesystem);
    if (request.forwards.length > 0) await vm.agent.raiseNetwork(GUEST_NETWORK);
    for (const folder of request.folders) await vm.agent.mountFolder(folder);
  }
}

function extrasOf({ forwards, folders }: BootRequest): readonly Extra[] {
  const network: readonly Extra[] = forwards.length > 0 ? ["network"] : [];
  return folders.length > 0 ? [...network, "folders"] : network;
}

async function endedEarly(vm: Vm): Promise<never> {
  const { signal, exitCode, reason } = await vm.ended;
  const how = reason ?? signal ?? `exit code ${exitCode}`;
  throw fail({
    code: "start-failed",
    reason: `The micro-VM ended while it was starting (${how})`,
    exitCode: null,
  });
}

/** Puts the console's last lines behind an error, since they usually say why. */
function bootFailure(thrown: unknown, vm: Vm): IsoscopeFailure {
  const error = thrown instanceof GuestRefusal ? refusedBoot(thrown) : toIsoscopeError(thrown);
  if (error.code === "cancelled" || vm.log === "") return new IsoscopeFailure(error);
  const taken = refusedForward(vm.log);
  if (taken) return new IsoscopeFailure(taken);
  if (error.code === "disconnected") return fail({ ...refusedBoot(new Error(error.reason)), detail: vm.log });
  if (error.code === "timeout" || error.code === "start-failed" || error.code === "internal") {
    return fail({ ...error, detail: vm.log });
  }
  return fail(error);
}

const refusedBoot = (error: Error) =>
  ({ code: "start-failed", reason: `The micro-VM did not start: ${error.message}`, exitCode: null }) as const;
