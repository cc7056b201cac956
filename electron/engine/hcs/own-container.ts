import type { HcsEvent, NativeSystem } from "../../../native/hcs.ts";
import type { Action } from "../../contract/engine.ts";
import { type IsoscopeError, IsoscopeFailure } from "../../contract/errors.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import { Broadcast } from "../broadcast.ts";
import { settlesWithin, withDeadline } from "../deadline.ts";
import { endOnAbort } from "../end-on-abort.ts";
import type { Clock, ConsoleOptions, LogOptions } from "../engine.ts";
import { fail } from "../failures.ts";
import type { Command } from "./command.ts";
import { SystemExitStatus } from "./documents/exit-status.ts";
import { glanceAt } from "./documents/parse-document.ts";
import { EVENT } from "./event-types.ts";
import { explain, type Subject, saysGone, unlessGone, unsupported } from "./explain.ts";
import { callFailure } from "./native-errors.ts";
import { type OwnFacts, ownRow } from "./own-row.ts";
import { checkSignal } from "./signals.ts";
import type { Teardown } from "./teardown.ts";

export interface OwnDeps {
  readonly clock: Clock;
  readonly stopGraceMs: number;
  readonly subject: Subject;
  /** Told of every change, at once. */
  readonly changed: (facts: OwnFacts) => void;
  /** Called when its system tells an event. */
  readonly notify: () => void;
}

/** How long the command's own exit may lag behind that of its system, ms. */
const EXIT_LAG_MS = 1_000;
/** How long ending by force may take, ms. */
const FORCE_MS = 60_000;

/** One container that this app made, from its system to its end. It has one life: HCS starts nothing twice. */
export class OwnContainer {
  readonly output = new Broadcast();
  readonly #deps: OwnDeps;
  readonly #teardown: Teardown;
  #facts: OwnFacts;
  #system: NativeSystem | null = null;
  #command: Command | null = null;
  #failure: IsoscopeError | null = null;
  #finished: Promise<void> = Promise.resolve();
  #systemEnded = () => {};
  readonly #systemEnd = new Promise<void>((resolve) => {
    this.#systemEnded = resolve;
  });

  /** @param teardown undoes the launch; this adds nothing to it, but runs it when the command has ended. */
  constructor(facts: OwnFacts, teardown: Teardown, deps: OwnDeps) {
    this.#facts = facts;
    this.#teardown = teardown;
    this.#deps = deps;
  }

  get facts(): OwnFacts {
    return this.#facts;
  }

  /** The open system, while it runs. */
  get system(): NativeSystem | null {
    return this.#system;
  }

  get command(): Command | null {
    return this.#command;
  }

  patch(change: Partial<OwnFacts>): void {
    this.#facts = { ...this.#facts, ...change };
    this.#deps.changed(this.#facts);
  }

  /** Before the start, so that no exit is missed. */
  listen(system: NativeSystem): void {
    system.watch((event) => this.#onSystem(event));
  }

  /** The command runs. */
  started(system: NativeSystem, command: Command): void {
    this.#system = system;
    this.#command = command;
    const startedAt = this.#deps.clock.now();
    const mainPid = this.#facts.isolation === "process" ? command.pid : null;
    this.patch({ state: "running", startedAt, mainPid });
    this.#finished = command.ended.then((code) => this.#end(code));
  }

  /** The service's list does not have it any more, though no event said so. */
  missing(): void {
    void this.#command?.presumeEnded();
  }

  /** Checks the state, then does it. Rejects with `conflict` or `unsupported` when it cannot be done. */
  async control(action: Action, signal: string | undefined): Promise<void> {
    const capability = ownRow(this.#facts).actions[action];
    if (!capability.can) throw refusal(action, this.#facts, capability.reason);
    switch (action) {
      case "stop":
        return this.#stop();
      case "kill":
        checkSignal(signal);
        return this.#terminate("stopping");
      case "remove":
        return this.#terminate("removing");
      case "pause":
        await this.#live().pause();
        return this.#nowIs("paused");
      case "unpause":
        await this.#live().resume();
        return this.#nowIs("running");
      case "start":
      case "restart":
        throw unsupported(action, "A compute system cannot be started a second time.");
    }
  }

  logs({ follow, tail }: LogOptions, signal: AbortSignal): StreamSession<OutputChunk, never> {
    const send = () => {};
    if (!follow || !this.#command) return { output: this.output.kept(tail), send };
    return { output: this.#follow(tail, false, signal), send };
  }

  /** What the command said so far, then live. Several may be attached. */
  async attach(
    { columns, rows }: ConsoleOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, ConsoleInput>> {
    const command = this.#command;
    if (!command) throw notRunning(this.#facts);
    await command.send({ kind: "resize", columns, rows });
    const output = this.#follow(Number.MAX_SAFE_INTEGER, true, signal);
    return { output, send: (message) => command.send(message) };
  }

  /** Ends whatever is running, even where the service does not answer; resolves when nothing is left of it. */
  async end(): Promise<void> {
    this.patch({ state: "removing" });
    await this.#teardown.run();
    await this.#finished;
  }

  /** Unless it has ended meanwhile. */
  #nowIs(state: "paused" | "running"): void {
    if (this.#system) this.patch({ state });
  }

  #follow(lines: number, wantsExit: boolean, signal: AbortSignal) {
    let unlink = () => {};
    const queue = this.output.follow({ lines, wantsExit, onClose: () => unlink() });
    unlink = endOnAbort(queue, signal);
    return queue;
  }

  /** Asks, waits, then forces. Asking can take as long as the container likes, so its answer is not waited for. */
  async #stop(): Promise<void> {
    const system = this.#live();
    const { clock, stopGraceMs } = this.#deps;
    if (this.#facts.state === "paused") await system.resume();
    this.patch({ state: "stopping" });
    const refused = new Promise<void>((resolve) => {
      system.shutdown().catch(() => resolve());
    });
    await settlesWithin(clock, stopGraceMs, Promise.race([this.#finished, refused]));
    await this.#terminate("stopping");
  }

  /** Resolves when it has ended and nothing is left of it; a refusal leaves it as it was. */
  async #terminate(state: "stopping" | "removing"): Promise<void> {
    const [system, command, before] = [this.#system, this.#command, this.#facts.state];
    this.patch(system || state === "removing" ? { state } : {});
    if (system && command) {
      const refusal = await this.#forced(system);
      if (!(await settlesWithin(this.#deps.clock, EXIT_LAG_MS, command.ended)) && refusal) {
        this.patch({ state: before });
        throw refusal.thrown;
      }
      await command.presumeEnded();
    }
    await this.#finished;
  }

  /** The end itself closes the system and so gives up the very call that brought it about: only that end counts. */
  #forced(system: NativeSystem): Promise<{ readonly thrown: unknown } | null> {
    const asked = unlessGone(system.terminate()).then(
      () => null,
      (thrown: unknown) => ({ thrown }),
    );
    const ended = this.#finished.then(() => null);
    return withDeadline(this.#deps.clock, FORCE_MS, "terminate", Promise.race([asked, ended]));
  }

  #live(): NativeSystem {
    if (!this.#system) throw notRunning(this.#facts);
    return this.#system;
  }

  #onSystem({ type, data }: HcsEvent): void {
    const { clock, subject, notify } = this.#deps;
    const command = this.#command;
    notify();
    if (type === EVENT.serviceDisconnected) {
      const reason = "The Host Compute Service stopped, and its containers with it.";
      this.#failure = { code: "unavailable", engine: subject.engine, reason };
      this.#systemEnded();
      void command?.presumeEnded();
    } else if (type === EVENT.systemExited) {
      this.#failure = crashOf(data, subject);
      this.#systemEnded();
      if (command) void settlesWithin(clock, EXIT_LAG_MS, command.ended).then(() => command.presumeEnded());
    }
  }

  /** When a system crashes its processes end first: then the system's own word is waited for. */
  async #fate(): Promise<void> {
    const { clock } = this.#deps;
    const asked = this.#live().properties(null);
    const gone = await withDeadline(clock, EXIT_LAG_MS, "properties", asked).then(() => false, saysGone);
    if (gone) await settlesWithin(clock, EXIT_LAG_MS, this.#systemEnd);
  }

  async #end(code: number | null): Promise<void> {
    if (this.#facts.state === "running") await this.#fate();
    const [failure, removing] = [this.#failure, this.#facts.state === "removing"];
    this.#system = null;
    this.#command = null;
    this.patch({
      state: removing ? "removing" : failure ? "failed" : "exited",
      ...{ exitCode: code, failure, finishedAt: this.#deps.clock.now(), mainPid: null, hostProcesses: [] },
    });
    this.output.end(code);
    await this.#teardown.run();
  }
}

const E_UNEXPECTED_EXIT = 0x8037_0106;

/** A system that nobody ended. Before schema 2.2 the event does not tell how it ended. */
function crashOf(data: string | null, subject: Subject): IsoscopeError | null {
  const status = glanceAt(data, SystemExitStatus);
  if (status?.ExitType !== "UnexpectedExit") return null;
  const hresult = status.Status ? status.Status >>> 0 : E_UNEXPECTED_EXIT;
  return explain(callFailure("SystemExited", hresult), subject).error;
}

function refusal(action: Action, { isolation, state }: OwnFacts, reason: string): IsoscopeFailure {
  const pausing = action === "pause" || action === "unpause";
  const again = action === "start" || action === "restart";
  if (again || (pausing && isolation === "process")) return unsupported(action, reason);
  return new IsoscopeFailure({ code: "conflict", message: `Cannot ${action}: it is ${state}. ${reason}` });
}

const notRunning = ({ name, state }: OwnFacts): IsoscopeFailure =>
  fail({ code: "conflict", message: `${name} is ${state}.` });
