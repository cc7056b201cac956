import { IsoscopeFailure, toIsoscopeError } from "../../contract/errors.ts";
import { abortable } from "../abortable.ts";
import { withDeadline } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import { GuestRefusal } from "./agent-client.ts";
import type { Boot, BootRequest } from "./boot.ts";
import type { Credentials } from "./config.ts";
import { PROTOCOL } from "./frames.ts";
import { SILENCE_MS } from "./heartbeat.ts";
import type { Accelerator } from "./qemu-args.ts";
import { type MachineFiles, type MachineShape, type QemuProcess, startQemu } from "./qemu-process.ts";
import { Vm } from "./vm.ts";

export interface ColdBootOptions {
  readonly kernel: string;
  readonly initramfs: string;
  readonly accelerator: Accelerator;
  readonly credentials: Credentials | null;
  readonly deadlineMs: number;
  readonly clock: Clock;
  /** Notes a QEMU process the moment it exists, and forgets it when it is gone. */
  readonly track: (id: string, qemu: QemuProcess) => void;
  readonly start?: typeof startQemu;
}

/** Boots the kernel from the beginning: 1.5 to 3 s under TCG. */
export class ColdBoot implements Boot {
  readonly #options: ColdBootOptions;

  constructor(options: ColdBootOptions) {
    this.#options = options;
  }

  async start(request: BootRequest, signal: AbortSignal): Promise<Vm> {
    const { clock, deadlineMs } = this.#options;
    const vm = this.#spawn(request);
    try {
      const up = Promise.race([this.#bringUp(vm, request), endedEarly(vm)]);
      await abortable(signal, "launch", withDeadline(clock, deadlineMs, "booting the micro-VM", up));
      return vm;
    } catch (error) {
      await vm.kill();
      throw bootFailure(error, vm);
    }
  }

  #spawn(request: BootRequest): Vm {
    const { kernel, initramfs, accelerator, credentials, clock, track } = this.#options;
    const { id, memoryMiB, cpus, disk } = request;
    const shape: MachineShape = { id, accelerator, memoryMiB, cpus };
    const files: MachineFiles = { kernel, initramfs, disk: disk.path };
    const qemu = (this.#options.start ?? startQemu)(shape, files, credentials);
    track(id, qemu);
    return new Vm(qemu, clock);
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
  }
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
  if (error.code === "disconnected") return fail({ ...refusedBoot(new Error(error.reason)), detail: vm.log });
  if (error.code === "timeout" || error.code === "start-failed" || error.code === "internal") {
    return fail({ ...error, detail: vm.log });
  }
  return fail(error);
}

const refusedBoot = (error: Error) =>
  ({ code: "start-failed", reason: `The micro-VM did not start: ${error.message}`, exitCode: null }) as const;
