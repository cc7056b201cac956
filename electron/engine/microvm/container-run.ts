import type { Port } from "../../contract/container.ts";
import { abortable } from "../abortable.ts";
import type { Broadcast } from "../broadcast.ts";
import type { Clock } from "../engine.ts";
import { type GuestCommand, type GuestExit, GuestRefusal, type JobSink } from "./agent-client.ts";
import type { Boot, BootRequest } from "./boot.ts";
import { OutputDecoder } from "./output-decoder.ts";
import { SIGKILL } from "./signals.ts";
import { startError } from "./start-error.ts";
import type { Vm, VmEnd } from "./vm.ts";

/** `exited` with the command's own code; `died` when the machine went away without one. */
export type RunEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "died"; readonly end: VmEnd };

export interface RunRequest {
  readonly boot: Boot;
  readonly machine: BootRequest;
  readonly command: GuestCommand;
  readonly output: Broadcast;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told once the machine is up and its command is asked for. */
  readonly booted: () => void;
}

const POWER_OFF_MS = 5000;

/** One life of a container: its machine and its command in it, from start to end. */
export class ContainerRun {
  readonly vm: Vm;
  readonly job: number;
  readonly ports: readonly Port[];
  /** Resolves when the machine is gone. */
  readonly finished: Promise<RunEnd>;

  private constructor(vm: Vm, job: number, ports: readonly Port[], finished: Promise<RunEnd>) {
    this.vm = vm;
    this.job = job;
    this.ports = ports;
    this.finished = finished;
  }

  /** Boots and starts the command. On failure the machine is gone before this rejects. */
  static async start(request: RunRequest): Promise<ContainerRun> {
    const { boot, machine, command, signal } = request;
    const vm = await boot.start(machine, signal);
    const main = new MainCommand(vm, request);
    request.booted();
    try {
      const { job } = await abortable(signal, "launch", vm.agent.exec(command, main));
      const ports = machine.forwards.length === 0 ? [] : await vm.ports();
      const finished = vm.ended.then((end) => main.endOf(end));
      return new ContainerRun(vm, job, ports, finished);
    } catch (error) {
      await vm.kill();
      throw startError(error, command);
    }
  }

  /** Resolves when the signal was sent; a command that has just ended is no error. */
  async send(signal: number): Promise<void> {
    try {
      await this.vm.agent.kill(this.job, signal);
    } catch (error) {
      if (!(error instanceof GuestRefusal) || error.refusal.code !== "no-job") throw error;
    }
  }
}

/** Listens to the container's own command; when it ends the guest powers off, or is made to. */
class MainCommand implements JobSink {
  readonly #vm: Vm;
  readonly #output: Broadcast;
  readonly #decoder: OutputDecoder;
  #code: number | null = null;

  constructor(vm: Vm, { output, clock }: RunRequest) {
    this.#vm = vm;
    this.#output = output;
    this.#decoder = new OutputDecoder(() => clock.now());
  }

  output(frame: Parameters<JobSink["output"]>[0]): void {
    const chunk = this.#decoder.decode(frame);
    if (chunk) this.#output.push(chunk);
  }

  exit({ code }: GuestExit): void {
    for (const chunk of this.#decoder.end()) this.#output.push(chunk);
    this.#code = code;
    void this.#vm.endWithin(POWER_OFF_MS);
  }

  endOf(end: VmEnd): RunEnd {
    if (this.#code !== null) return { kind: "exited", code: this.#code };
    return end.asked ? { kind: "exited", code: 128 + SIGKILL } : { kind: "died", end };
  }
}
