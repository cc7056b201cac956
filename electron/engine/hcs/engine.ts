import type { NativeSystem } from "../../../native/hcs.ts";
import type { Image } from "../../contract/container.ts";
import type { Action, EngineStatus } from "../../contract/engine.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { metered, NO_METER, type RequestMeter } from "../../contract/request-meter.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import { Attendance } from "../attendance.ts";
import type {
  Clock,
  ConsoleOptions,
  Engine,
  EngineContainer,
  EngineLaunch,
  InsideList,
  InspectOptions,
  LogOptions,
  WorkContext,
} from "../engine.ts";
import { fail } from "../failures.ts";
import { ImagelessEngine } from "../imageless-engine.ts";
import { type HcsConfig, type HcsDeps, LIST_EVERY_MS, STOP_GRACE_MS } from "./config.ts";
import { Connection } from "./connection.ts";
import { execConsole } from "./exec-console.ts";
import { explained, type Subject, unsupported } from "./explain.ts";
import { controlForeign } from "./foreign-control.ts";
import { inspectSystem, launchedAs } from "./inspection.ts";
import { kernelOf } from "./kernel.ts";
import { Launcher } from "./launch/launcher.ts";
import { BARE_FRAME, frameOf } from "./launch/process-parameters.ts";
import { OwnContainers } from "./own-containers.ts";
import { readProcesses } from "./process-list.ts";
import { readCounters } from "./read-counters.ts";
import { RowList } from "./row-list.ts";
import { withSystem } from "./service.ts";
import { StatusBoard } from "./status-board.ts";
import { SystemList } from "./system-list.ts";

/**
 * Every compute system on this Windows, whoever made it, and launches from layers on disk. Returns at once with the state
 * `connecting`. Containers launched here end with this process, or when the engine is disposed.
 */
export const openHcsEngine = (config: HcsConfig, deps: HcsDeps): Engine => new HcsEngine(config, deps);

const NO_FOREIGN_LOGS = "The Host Compute Service keeps no output: only its maker has read it.";

class HcsEngine extends ImagelessEngine implements Engine {
  readonly id: string;
  readonly sees = "host";
  readonly #clock: Clock;
  readonly #meter: RequestMeter;
  readonly #attendance = new Attendance();
  readonly #stopGraceMs: number;
  readonly #subject: Subject;
  readonly #board: StatusBoard;
  readonly #images = new LiveStore<Image>();
  readonly #rows = new RowList((watched) => {
    if (watched) this.#connection.wake();
  });
  readonly #own = new OwnContainers(this.#rows);
  readonly #list: SystemList;
  readonly #launcher: Launcher;
  readonly #launches = new Set<Promise<unknown>>();
  readonly #closed = new AbortController();
  readonly #connection: Connection;

  constructor(config: HcsConfig, deps: HcsDeps) {
    super();
    const { id, title, stopGraceMs = STOP_GRACE_MS, listEveryMs = LIST_EVERY_MS } = config;
    const { clock, host, open, random, layers, paths } = deps;
    this.id = id;
    this.#clock = clock;
    this.#meter = deps.meter ?? NO_METER;
    this.#stopGraceMs = stopGraceMs;
    this.#subject = { name: title, engine: title, host: `10.0.${host.build}` };
    this.#board = new StatusBoard(id, title, host, clock);
    const notify = () => this.#connection.wake();
    this.#list = new SystemList({ rows: this.#rows, own: this.#own, clock, notify });
    const native = () => this.#connection.native;
    const shared = { native, notify, own: this.#own, clock, stopGraceMs, subject: this.#subject };
    this.#launcher = new Launcher({ ...shared, layers, paths });
    const board = this.#board;
    const quiet = { meter: this.#meter, attendance: this.#attendance };
    const contact = { open, board, clock, random, listEveryMs, subject: this.#subject, ...quiet };
    this.#connection = new Connection(contact, this.#list);
  }

  get status(): EngineStatus {
    return this.#board.status;
  }

  get containers(): LiveSource<EngineContainer> {
    return this.#rows.store;
  }

  get images(): LiveSource<Image> {
    return this.#images;
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    return this.#board.holder.listen(listener);
  }

  attend(attended: boolean): void {
    this.#attendance.set(attended);
  }

  retry(): Promise<void> {
    return this.#connection.retry();
  }

  async launch(spec: EngineLaunch, { signal, progress }: WorkContext): Promise<string> {
    const either = AbortSignal.any([signal, this.#closed.signal]);
    const launch = this.#launcher.launch(spec, { signal: either, progress });
    this.#launches.add(launch);
    return launch.finally(() => this.#launches.delete(launch));
  }

  control(id: string, action: Action, options: { readonly signal?: string } = {}): Promise<void> {
    return this.#about(id, async () => {
      const entry = this.#own.get(id);
      if (entry) {
        await entry.container.control(action, options.signal);
        if (action === "remove") this.#own.remove(id);
        return;
      }
      const { native } = this.#connection;
      const deps = { native, clock: this.#clock, stopGraceMs: this.#stopGraceMs };
      await controlForeign(deps, this.#row(id), action, options.signal);
      this.#connection.wake();
    });
  }

  processes(id: string): Promise<InsideList> {
    return this.#about(id, () => {
      const { native } = this.#connection;
      const command = this.#own.get(id)?.container.command;
      const commands = new Map(command ? [[command.pid, this.#row(id).command]] : []);
      return readProcesses(native, this.#row(id), commands, this.#clock);
    });
  }

  counters(id: string): Promise<ResourceCounters> {
    return this.#about(id, () => readCounters(this.#connection.native, this.#row(id), this.#clock));
  }

  kernel(id: string): Promise<Kernel | null> {
    return this.#about(id, async () => kernelOf(this.#row(id)));
  }

  inspect(id: string, { reveal }: InspectOptions = { reveal: false }): Promise<Record<string, unknown>> {
    return this.#about(id, async () => {
      const entry = this.#own.get(id);
      const launched = entry ? { launched: launchedAs(entry, reveal) } : {};
      if (entry && !entry.container.system) return launched;
      this.#row(id);
      const read = (system: NativeSystem) => inspectSystem(system, this.#clock);
      return { ...(await withSystem(this.#connection.native, id, read)), ...launched };
    });
  }

  logs(id: string, options: LogOptions, signal: AbortSignal): Promise<StreamSession<OutputChunk, never>> {
    return this.#about(id, async () => this.#ownOr(id, "logs", NO_FOREIGN_LOGS).logs(options, signal));
  }

  console(
    id: string,
    options: ConsoleOptions,
    signal: AbortSignal,
  ): Promise<StreamSession<OutputChunk, ConsoleInput>> {
    return this.#about(id, async () => {
      if (options.exec.length > 0) return this.#exec(id, options, signal);
      const reason = "Its output goes to its maker; run a further command in it instead.";
      return this.#ownOr(id, "attach", reason).attach(options, signal);
    });
  }

  /** Ends every container launched here. Resolves when nothing of this engine is left. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#launches);
    for (const { container } of this.#own.all()) {
      await container.end();
      this.#own.remove(container.facts.id);
    }
    this.#list.release();
    await this.#connection.close();
  }

  /** Runs work on a container; what is thrown comes out typed. Our own have handles that outlive a lost contact. */
  #about<T>(id: string, work: () => Promise<T>): Promise<T> {
    const name = this.#rows.store.get(id)?.name ?? id.slice(0, 80);
    return metered(this.#meter, "call", () => explained({ ...this.#subject, name }, work));
  }

  #row(id: string): EngineContainer {
    const row = this.#rows.store.get(id);
    if (!row) throw fail({ code: "not-found", what: "container", name: id.slice(0, 80) });
    return row;
  }

  #ownOr(id: string, capability: string, reason: string) {
    this.#row(id);
    const entry = this.#own.get(id);
    if (!entry) throw unsupported(capability, reason);
    return entry.container;
  }

  async #exec(id: string, options: ConsoleOptions, signal: AbortSignal) {
    const { name, state } = this.#row(id);
    if (state !== "running") throw fail({ code: "conflict", message: `${name} is ${state}.` });
    const entry = this.#own.get(id);
    const own = entry?.container.system ?? null;
    const system: NativeSystem = own ?? (await this.#connection.native.open(id));
    const frame = entry ? frameOf(entry.spec, entry.image) : BARE_FRAME;
    const release = () => (own ? undefined : system.close());
    return execConsole(
      { system, frame, clock: this.#clock, subject: { ...this.#subject, name }, release },
      options,
      signal,
    );
  }
}
