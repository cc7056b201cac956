import { type IsoscopeError, IsoscopeFailure, toIsoscopeError } from "../contract/errors.ts";
import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { Kernel, Scope } from "../contract/scope.ts";
import type { Clock, InsideList } from "../engine/engine.ts";
import type { InsideReading } from "../model/complete-inside.ts";
import { buildScope } from "../model/scope.ts";
import type { HostChange, HostIndex } from "./host-index.ts";
import type { JoinedMember } from "./roster.ts";

/** How often the inside list is read for the one container somebody looks at. */
const INSIDE_INTERVAL_MS = 1_000;
/** The soonest a birth in the container leads to another reading. */
const INSIDE_MIN_GAP_MS = 200;
/** Host changes come in bursts; the view is rebuilt once per burst. */
const REBUILD_DELAY_MS = 30;

/** The container's own process file system, read from the host. Null where rights or the platform do not allow. */
export interface InsideReader {
  readings(mainPid: number): Promise<readonly InsideReading[] | null>;
  kernel(mainPid: number): Promise<Kernel | null>;
}

export interface ScopeDeps {
  readonly host: HostIndex;
  readonly hostKernel: Kernel;
  readonly inside: InsideReader;
  readonly clock: Clock;
  readonly windows: boolean;
  /** The container as it is now; undefined once it is gone. */
  readonly member: () => JoinedMember | undefined;
}

interface Inside {
  readonly list: InsideList;
  readonly readings: readonly InsideReading[] | null;
  readonly kernel: Kernel | null;
}

/** One container's side-by-side view, kept current while watched: both sides are read only then. */
export class ScopeWatch implements LiveSource<Scope> {
  readonly #key: string;
  readonly #deps: ScopeDeps;
  readonly #store: LiveStore<Scope>;
  #stop: Unsubscribe[] = [];
  #inside: Inside | null = null;
  #insideError: IsoscopeError | null = null;
  #reading = false;
  #lastRead = 0;
  #nextRead: Unsubscribe | null = null;
  #nextBuild: Unsubscribe | null = null;

  constructor(key: string, deps: ScopeDeps) {
    this.#key = key;
    this.#deps = deps;
    this.#store = new LiveStore<Scope>({ onWatched: (watched) => (watched ? this.#start() : this.#end()) });
  }

  subscribe(sink: Parameters<LiveStore<Scope>["subscribe"]>[0]): Unsubscribe {
    return this.#store.subscribe(sink);
  }

  /** The engine said something new about this container. */
  containerChanged(): void {
    if (this.#stop.length === 0) return;
    this.#soon();
    this.#buildSoon();
  }

  get watched(): boolean {
    return this.#stop.length > 0;
  }

  #start(): void {
    this.#stop = [this.#deps.host.hold((change) => this.#onHost(change))];
    this.#build();
    void this.#read();
  }

  #end(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#nextRead?.();
    this.#nextBuild?.();
    this.#nextRead = null;
    this.#nextBuild = null;
  }

  #onHost(change: HostChange): void {
    const member = this.#deps.member();
    if (member && hasBirth(member, change)) this.#soon();
    this.#buildSoon();
  }

  #soon(): void {
    const gap = this.#lastRead + INSIDE_MIN_GAP_MS - this.#deps.clock.now();
    // A clock that was put back, as a replay's, does not make it wait.
    this.#schedule(Math.min(INSIDE_MIN_GAP_MS, Math.max(0, gap)));
  }

  #schedule(ms: number): void {
    if (this.#reading || this.#stop.length === 0) return;
    this.#nextRead?.();
    this.#nextRead = this.#deps.clock.after(ms, () => void this.#read());
  }

  async #read(): Promise<void> {
    if (this.#reading || this.#stop.length === 0) return;
    this.#reading = true;
    this.#lastRead = this.#deps.clock.now();
    try {
      this.#inside = await this.#readInside();
      this.#insideError = null;
    } catch (thrown) {
      this.#insideError = toIsoscopeError(thrown);
    }
    this.#reading = false;
    if (this.#stop.length === 0) return;
    this.#buildSoon();
    this.#schedule(INSIDE_INTERVAL_MS);
  }

  async #readInside(): Promise<Inside | null> {
    const member = this.#deps.member();
    if (!member) throw new IsoscopeFailure({ code: "not-found", what: "container", name: this.#key });
    const { engine, seen } = member;
    if (seen.state !== "running" && seen.state !== "paused") return null;
    const list = await engine.processes(seen.id);
    const main = seen.isolation === "process" ? seen.mainPid : null;
    const [readings, kernel] = await Promise.all([
      main === null ? null : this.#deps.inside.readings(main),
      // A kernel that nobody tells takes nothing from the list.
      main === null ? engine.kernel(seen.id).catch(() => null) : this.#deps.inside.kernel(main),
    ]);
    return { list, readings, kernel };
  }

  #buildSoon(): void {
    if (this.#nextBuild || this.#stop.length === 0) return;
    this.#nextBuild = this.#deps.clock.after(REBUILD_DELAY_MS, () => {
      this.#nextBuild = null;
      this.#build();
    });
  }

  #build(): void {
    const member = this.#deps.member();
    if (!member) {
      this.#store.update([], [this.#key]);
      return;
    }
    const { seen, vm, silos, siloEvidence } = member;
    const { host, hostKernel, windows } = this.#deps;
    const own = seen.hostProcesses ?? [];
    const scope = buildScope({
      key: this.#key,
      containerId: seen.id,
      isolation: seen.isolation,
      mainHostPid: seen.mainPid,
      mainGuestPid: seen.guestPid ?? null,
      worker: seen.worker,
      vm: seen.utilityVm && vm ? { runtimeId: seen.utilityVm.runtimeId, processes: vm } : null,
      own,
      silos,
      siloEvidence,
      windows,
      inside: this.#inside?.list.rows ?? [],
      insideSource: this.#inside?.list.source ?? "",
      insideError: this.#insideError,
      insideAt: this.#inside?.list.at ?? null,
      // On Windows a process keeps its number inside, so what the engine names on the host names it there, too.
      readings: this.#inside?.readings ?? (windows ? own : null),
      readingsBy: this.#inside?.readings || !windows ? null : (seen.hostProcessesBy ?? null),
      host: host.rows(),
      hostAt: host.at,
      hostKernel,
      containerKernel: this.#inside?.kernel ?? null,
    });
    this.#store.update([[this.#key, scope]]);
  }
}

function hasBirth({ seen, silos }: JoinedMember, { containers, silos: touched }: HostChange): boolean {
  return containers.born.has(seen.id) || silos.some((silo) => touched.born.has(silo));
}
