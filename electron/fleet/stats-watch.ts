import type { Usage } from "../contract/container.ts";
import { summarise, toIsoscopeError } from "../contract/failure.ts";
import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { ResourceCounters, StatsSample } from "../contract/stats.ts";
import type { Clock } from "../engine/engine.ts";
import type { HostIndex } from "./host-index.ts";
import type { JoinedMember } from "./roster.ts";
import { gapOf, gapSample, statsSample } from "./stats-sample.ts";

export interface StatsDeps {
  readonly host: HostIndex;
  readonly clock: Clock;
  /** Time from one reading to the next, ms; asked anew each time. */
  readonly everyMs: () => number;
  /** The container as it is now; undefined once it is gone. */
  readonly member: () => JoinedMember | undefined;
  /** What the host shows that it uses. */
  readonly usage: () => Usage | null;
}

/** What one container uses, read while watched: one engine call at a time, none for a container that does not run. */
export class StatsWatch implements LiveSource<StatsSample> {
  readonly #key: string;
  readonly #deps: StatsDeps;
  readonly #store: LiveStore<StatsSample>;
  #release: Unsubscribe | null = null;
  #next: Unsubscribe | null = null;
  #reading = false;
  /** The last counters, those before them, and of which life they are. */
  #last: {
    readonly startedAt: number | null;
    readonly counters: ResourceCounters;
    readonly before: ResourceCounters | null;
  } | null = null;

  constructor(key: string, deps: StatsDeps) {
    this.#key = key;
    this.#deps = deps;
    this.#store = new LiveStore<StatsSample>({ onWatched: (watched) => this.#watch(watched) });
  }

  get watched(): boolean {
    return this.#release !== null;
  }

  subscribe(sink: Parameters<LiveStore<StatsSample>["subscribe"]>[0]): Unsubscribe {
    return this.#store.subscribe(sink);
  }

  #watch(watched: boolean): void {
    this.#release?.();
    this.#release = watched ? this.#deps.host.hold(() => {}) : null;
    this.#next?.();
    this.#next = null;
    // A rate over the time nobody looked would be no rate of now.
    if (watched) this.#last = null;
    if (watched && !this.#reading) void this.#round();
  }

  /** One sample, and the next one when its time has come. Never rejects. */
  async #round(): Promise<void> {
    const { clock, everyMs } = this.#deps;
    const due = clock.now() + everyMs();
    this.#reading = true;
    const sample = await this.#sample();
    this.#reading = false;
    if (!this.watched) return;
    if (sample) this.#store.update([[this.#key, sample]]);
    else this.#store.update([], [this.#key]);
    this.#next = clock.after(Math.min(everyMs(), Math.max(0, due - clock.now())), () => void this.#round());
  }

  /** Null when the container is gone. */
  async #sample(): Promise<StatsSample | null> {
    const { clock, member, everyMs } = this.#deps;
    const found = member();
    if (!found) return null;
    const { startedAt } = found.seen;
    const moment = { key: this.#key, at: clock.now(), everyMs: everyMs(), startedAt };
    const gap = gapOf(found);
    if (gap !== null) {
      this.#last = null;
      return gapSample(moment, gap);
    }
    const { counters, error } = await countersOf(found);
    const { before, again } = this.#follow(startedAt, counters);
    const at = again ? clock.now() : (counters?.at ?? clock.now());
    return statsSample({ ...moment, at, usage: this.#deps.usage(), before, counters, error });
  }

  /** What a rate is to be taken from. A reading that is told again, as a replay does until its next one, keeps its rate. */
  #follow(startedAt: number | null, counters: ResourceCounters | null) {
    const last = this.#last?.startedAt === startedAt ? this.#last : null;
    if (last && counters && counters.at === last.counters.at) return { before: last.before, again: true };
    const before = last?.counters ?? null;
    this.#last = counters && { startedAt, counters, before };
    return { before, again: false };
  }
}

async function countersOf({ engine, seen }: JoinedMember) {
  try {
    return { counters: await engine.counters(seen.id), error: null };
  } catch (thrown) {
    return { counters: null, error: summarise(toIsoscopeError(thrown)) };
  }
}
