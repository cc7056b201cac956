import type { Action } from "../../contract/engine.ts";
import { type IsoscopeError, toIsoscopeError } from "../../contract/errors.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import { Broadcast } from "../broadcast.ts";
import { settlesWithin } from "../deadline.ts";
import { endOnAbort } from "../end-on-abort.ts";
import type { Clock, ConsoleOptions, InsideList, LogOptions } from "../engine.ts";
import { fail } from "../failures.ts";
import type { GuestCommand } from "./agent-client.ts";
import type { Boot, BootRequest } from "./boot.ts";
import { attachConsole, execConsole } from "./consoles.ts";
import { ContainerRun, type RunEnd } from "./container-run.ts";
import { insideList, kernelOf } from "./inside-list.ts";
import { machineCounters } from "./machine-counters.ts";
import { QEMU } from "./qemu-args.ts";
import { actionsIn, type Facts } from "./rows.ts";
import { SIGKILL, SIGTERM, signalNumber } from "./signals.ts";

export interface ContainerDeps {
  readonly boot: Boot;
  readonly clock: Clock;
  readonly stopGraceMs: number;
  /** Told of every change, at once. */
  readonly changed: (facts: Facts) => void;
}

export interface ContainerPlan {
  readonly machine: BootRequest;
  readonly command: GuestCommand;
}

const FORCE_MS = 5000;

/** One container of this engine over all its lives. */
export class MicroVmContainer {
  readonly plan: ContainerPlan;
  readonly #deps: ContainerDeps;
  readonly #output = new Broadcast();
  #facts: Facts;
  #run: ContainerRun | null = null;
  #starting: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  #kernel: Kernel | null = null;

  constructor(facts: Facts, plan: ContainerPlan, deps: ContainerDeps) {
    this.#facts = facts;
    this.plan = plan;
    this.#deps = deps;
  }

  get facts(): Facts {
    return this.#facts;
  }

  /** Command line of the running machine; null when there is none. */
  get argv(): readonly string[] | null {
    return this.#run?.vm.argv ?? null;
  }

  /** The kernel of the present or last life. */
  get kernel(): Kernel | null {
    return this.#kernel;
  }

  /**
   * Boots and starts the command. When it rejects no machine is left, but the row is the caller's business. `booted` is
   * told between the two.
   */
  start(signal: AbortSignal, booted: () => void = () => {}): Promise<void> {
    const abort = new AbortController();
    const done = this.#start(AbortSignal.any([signal, abort.signal]), booted);
    const forget = () => {
      this.#starting = null;
    };
    this.#starting = { abort, done: done.then(forget, forget) };
    return done;
  }

  /** Checks the state, then does it. Rejects with `conflict` when the state does not allow it. */
  async control(action: Action, signal: string | undefined): Promise<void> {
    const capability = actionsIn(this.#facts.state)[action];
    if (!capability.can)
      throw fail({ code: "conflict", message: `${capability.reason}: cannot ${action} it` });
    switch (action) {
      case "stop":
        return this.#stop();
      case "kill":
        return this.#kill(signalNumber(signal ?? "KILL"));
      case "start":
        return this.#startAgain();
      case "restart":
        return this.#restart();
      case "pause":
        return this.#pause();
      case "unpause":
        return this.#unpause();
      case "remove":
        return this.end();
    }
  }

  async processes(): Promise<InsideList> {
    const { vm } = this.#live("list its processes");
    const processes = await vm.agent.processes();
    if (!vm.info) throw fail({ code: "internal", message: "The guest was never greeted" });
    return insideList(processes, vm.info, this.#deps.clock.now());
  }

  /** What its QEMU has used; a paused one can be asked, too. */
  counters(): Promise<ResourceCounters> {
    return machineCounters(this.#running().vm, this.#deps.clock);
  }

  logs({ follow, tail }: LogOptions, signal: AbortSignal): StreamSession<OutputChunk, never> {
    const send = () => {};
    if (!follow || !this.#run) return { output: this.#output.kept(tail), send };
    let unlink = () => {};
    const output = this.#output.follow({ lines: tail, wantsExit: false, onClose: () => unlink() });
    unlink = endOnAbort(output, signal);
    return { output, send };
  }

  console(options: ConsoleOptions, signal: AbortSignal): Promise<StreamSession<OutputChunk, ConsoleInput>> {
    const run = this.#live("open a console");
    if (options.exec.length > 0) {
      return execConsole(run, this.plan.command, options, signal, this.#deps.clock);
    }
    const { interactive } = this.#facts;
    return attachConsole(run, this.#output, { ...options, interactive }, signal);
  }

  /** Ends whatever is running at once; resolves when nothing is left of it. */
  async end(): Promise<void> {
    this.#patch({ state: "removing" });
    this.#starting?.abort.abort();
    await this.#starting?.done;
    const run = this.#run;
    await run?.vm.kill();
    await run?.finished;
    this.#output.end(null);
  }

  async #start(signal: AbortSignal, booted: () => void): Promise<void> {
    const { boot, clock } = this.#deps;
    const { machine, command } = this.plan;
    this.#patch({ state: "starting", exitCode: null, failure: null, startedAt: null, finishedAt: null });
    const output = this.#output;
    const run = await ContainerRun.start({ boot, machine, command, output, clock, signal, booted });
    this.#run = run;
    const { info, worker } = run.vm;
    this.#kernel = info && kernelOf(info);
    const { ports } = run;
    const fileServers = run.vm.fileServers();
    const bootId = info?.boot_id ?? null;
    this.#patch({ state: "running", startedAt: clock.now(), worker, fileServers, bootId, ports });
    void run.finished.then((end) => this.#onEnd(run, end));
  }

  #onEnd(run: ContainerRun, end: RunEnd): void {
    this.#run = null;
    const code = end.kind === "exited" ? end.code : null;
    const failure = end.kind === "died" ? workerDied(run, end) : null;
    const state = this.#facts.state === "removing" ? "removing" : failure ? "failed" : "exited";
    this.#patch({
      state,
      exitCode: code,
      failure,
      finishedAt: this.#deps.clock.now(),
      worker: null,
      fileServers: [],
      ports: [],
    });
    this.#output.end(code);
  }

  /** Asks the command, waits, kills it, and if even that is not answered, ends the machine. */
  async #stop(): Promise<void> {
    const { clock, stopGraceMs } = this.#deps;
    const run = this.#running();
    if (this.#facts.state === "paused") await run.vm.resume();
    this.#patch({ state: "stopping" });
    await run.send(SIGTERM).catch(() => {});
    if (!(await settlesWithin(clock, stopGraceMs, run.finished))) await this.#force(run);
  }

  async #force(run: ContainerRun): Promise<void> {
    await settlesWithin(this.#deps.clock, FORCE_MS, run.send(SIGKILL));
    if (!(await settlesWithin(this.#deps.clock, FORCE_MS, run.finished))) await run.vm.kill();
    await run.finished;
  }

  async #kill(signal: number): Promise<void> {
    const run = this.#running();
    const { state } = this.#facts;
    if (signal !== SIGKILL) {
      if (state === "paused")
        throw fail({ code: "conflict", message: "The container is paused: only KILL gets through" });
      return run.send(signal);
    }
    this.#patch({ state: "stopping" });
    if (state === "paused") await run.vm.kill();
    else await this.#force(run);
    await run.finished;
  }

  async #pause(): Promise<void> {
    const run = this.#running();
    await run.vm.pause();
    if (this.#run === run) this.#patch({ state: "paused" });
  }

  async #unpause(): Promise<void> {
    const run = this.#running();
    await run.vm.resume();
    if (this.#run === run) this.#patch({ state: "running" });
  }

  async #restart(): Promise<void> {
    if (this.#run) await this.#stop();
    await this.#startAgain();
  }

  /** A further life, in a new machine on the same disk image. */
  async #startAgain(): Promise<void> {
    try {
      await this.start(new AbortController().signal);
    } catch (error) {
      if (this.#facts.state !== "removing") this.#patch({ state: "failed", failure: toIsoscopeError(error) });
      throw error;
    }
  }

  #running(): ContainerRun {
    if (this.#run) return this.#run;
    throw fail({ code: "conflict", message: `The container is ${this.#facts.state}` });
  }

  /** The run, when its guest can answer. */
  #live(what: string): ContainerRun {
    const run = this.#running();
    if (this.#facts.state !== "paused") return run;
    throw fail({ code: "conflict", message: `The container is paused: cannot ${what}` });
  }

  #patch(patch: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...patch };
    this.#deps.changed(this.#facts);
  }
}

function workerDied({ vm }: ContainerRun, { end }: RunEnd & { kind: "died" }): IsoscopeError {
  const detail = [end.reason ? `QEMU said: ${end.reason}` : "", vm.log].filter(Boolean).join("\n");
  const { signal, exitCode } = end;
  const known = { code: "worker-died", worker: QEMU, pid: vm.worker.pid, signal, exitCode } as const;
  return detail === "" ? known : { ...known, detail };
}
