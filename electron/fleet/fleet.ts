import type { Container, Image, Usage } from "../contract/container.ts";
import type { HostCensus } from "../contract/contract.ts";
import type { Action, EngineStatus } from "../contract/engine.ts";
import { IsoscopeFailure } from "../contract/errors.ts";
import type { LaunchSpec } from "../contract/launch.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { ProcessOwner } from "../contract/owner.ts";
import type { Scope } from "../contract/scope.ts";
import type { StatsSample } from "../contract/stats.ts";
import type { Clock, Engine } from "../engine/engine.ts";
import type { ProcessTable } from "../processes/process-table.ts";
import { Census } from "./census.ts";
import { Combined } from "./combined.ts";
import { HostIndex } from "./host-index.ts";
import { ImageWork } from "./images/image-work.ts";
import { Jobs } from "./jobs.ts";
import { type DemoImage, launch, launchTitle } from "./launch.ts";
import { type JoinedMember, Roster } from "./roster.ts";
import { type InsideReader, ScopeWatch } from "./scope-watch.ts";
import { StatsWatch } from "./stats-watch.ts";

export interface FleetDeps {
  readonly engines: readonly Engine[];
  readonly processes: ProcessTable;
  readonly inside: InsideReader;
  readonly clock: Clock;
  readonly demo: DemoImage;
  /** Process lists of this host are those of Windows. */
  readonly windows: boolean;
  /** Where its work is told; its own when absent. Whoever gives them closes them. */
  readonly jobs?: Jobs;
}

/** What the row shows while an action runs. Pausing is too quick to show. */
const PENDING = {
  start: "starting",
  stop: "stopping",
  kill: "stopping",
  restart: "starting",
  remove: "removing",
} as const;

/** All engines and the host as one: the collections that front doors serve, and the actions on them. */
export class Fleet implements AsyncDisposable {
  readonly engines = new LiveStore<EngineStatus>();
  readonly jobs: Jobs;
  readonly imageWork: ImageWork;
  readonly #deps: FleetDeps;
  readonly #roster: Roster;
  readonly #census: Census;
  readonly #images: Combined<Image>;
  readonly #host: HostIndex;
  readonly #scopes = new Map<string, ScopeWatch>();
  readonly #stats = new Map<string, StatsWatch>();
  readonly #stop: (() => void)[] = [];

  constructor(deps: FleetDeps) {
    this.#deps = deps;
    this.#host = new HostIndex(deps.processes, deps.clock);
    this.#roster = new Roster(deps.engines, this.#host);
    this.#census = new Census(this.#host);
    this.#images = new Combined(deps.engines.map((engine) => ({ name: engine.id, source: engine.images })));
    this.jobs = deps.jobs ?? new Jobs(deps.clock);
    this.imageWork = new ImageWork(deps.engines, this.#images.live, this.jobs);
    for (const engine of deps.engines) this.#follow(engine);
  }

  /** The host's processes, indexed once for all. */
  get host(): HostIndex {
    return this.#host;
  }

  get containers(): LiveSource<Container> {
    return this.#roster.containers;
  }

  get usage(): LiveSource<Usage> {
    return this.#roster.usage;
  }

  /** Whose each host process is, keyed as the process table is. */
  get owners(): LiveSource<ProcessOwner> {
    return this.#roster.owners;
  }

  get census(): LiveSource<HostCensus> {
    return this.#census.live;
  }

  get images(): LiveSource<Image> {
    return this.#images.live;
  }

  /** The view of one container; an unknown key gives an empty collection, since rows come and go. */
  scope(key: string): LiveSource<Scope> {
    const known = this.#scopes.get(key);
    if (known) return known;
    for (const [other, watch] of this.#scopes) if (!watch.watched) this.#scopes.delete(other);
    const watch = new ScopeWatch(key, {
      host: this.#host,
      hostKernel: this.#deps.processes.kernel,
      inside: this.#deps.inside,
      clock: this.#deps.clock,
      windows: this.#deps.windows,
      member: () => this.#roster.member(key),
    });
    this.#scopes.set(key, watch);
    return watch;
  }

  /** The engine and its own description of a container; undefined where there is none. */
  look(key: string): JoinedMember | undefined {
    return this.#roster.member(key);
  }

  /** Names that containers have, running or not. */
  names(): ReadonlySet<string> {
    return new Set(Array.from(this.#roster.containers.values(), ({ name }) => name));
  }

  /** What one container uses; an unknown key gives an empty collection. */
  stats(key: string): LiveSource<StatsSample> {
    const known = this.#stats.get(key);
    if (known) return known;
    for (const [other, watch] of this.#stats) if (!watch.watched) this.#stats.delete(other);
    const watch = new StatsWatch(key, {
      host: this.#host,
      clock: this.#deps.clock,
      everyMs: () => this.#deps.processes.everyMs,
      member: () => this.#roster.member(key),
      usage: () => this.#roster.usageNow(key),
    });
    this.#stats.set(key, watch);
    return watch;
  }

  /** Tells the engines whether anybody looks: while nobody does they ask for nothing by themselves. */
  attend(attended: boolean): void {
    for (const engine of this.#deps.engines) engine.attend?.(attended);
  }

  /** The engine and its own description of a container. Throws `not-found`. */
  find(key: string): JoinedMember {
    const member = this.look(key);
    if (!member) throw new IsoscopeFailure({ code: "not-found", what: "container", name: key });
    return member;
  }

  engine(id: string): Engine {
    const engine = this.#deps.engines.find((candidate) => candidate.id === id);
    if (!engine) throw new IsoscopeFailure({ code: "not-found", what: "engine", name: id });
    return engine;
  }

  /** The first engine that keeps images, or the named one. Throws `unsupported`. */
  imageEngine(id: string | undefined): Engine {
    const candidates = id === undefined ? this.#deps.engines : [this.engine(id)];
    const able = candidates.find((engine) => engine.status.capabilities.importImage.can);
    if (able) return able;
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: "import image",
      reason: "No engine here keeps images of its own.",
    });
  }

  launch(spec: LaunchSpec): string {
    return this.jobs.start({
      kind: "launch",
      title: launchTitle(spec),
      work: (work) => launch(spec, this.#deps.engines, this.#deps.demo, work),
    });
  }

  async control(key: string, action: Action, signal: string | undefined): Promise<void> {
    const { engine, seen } = this.find(key);
    const capability = this.#roster.containers.get(key)?.actions[action];
    if (capability && !capability.can) {
      throw new IsoscopeFailure({ code: "unsupported", capability: action, reason: capability.reason });
    }
    const pending = action === "pause" || action === "unpause" ? null : PENDING[action];
    const done = pending ? this.#roster.markPending(key, pending) : () => {};
    try {
      await engine.control(seen.id, action, signal === undefined ? {} : { signal });
    } finally {
      done();
    }
  }

  /** Cancels its own jobs, then closes what was watched. Engines are closed by whoever opened them. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#deps.jobs) await this.jobs.close();
    for (const stop of this.#stop.splice(0)) stop();
    this.#images.close();
    this.#roster.close();
  }

  #follow(engine: Engine): void {
    this.engines.update([[engine.id, engine.status]]);
    this.#stop.push(
      engine.onStatus((status) => this.engines.update([[engine.id, status]])),
      engine.containers.subscribe({
        snapshot: () => this.#scopesChanged(),
        change: () => this.#scopesChanged(),
        fail: () => {},
      }),
    );
  }

  #scopesChanged(): void {
    for (const watch of this.#scopes.values()) watch.containerChanged();
  }
}
