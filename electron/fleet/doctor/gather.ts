import { summarise, toIsoscopeError } from "../../contract/errors.ts";
import { withDeadline } from "../../engine/deadline.ts";
import type { Clock } from "../../engine/engine.ts";
import type { DoctorFacts, FactName, Learnt, LearntFacts } from "../../model/doctor/facts.ts";

/** Reads one fact of this host, whichever way; rejects when it cannot. Aborted once nobody waits for it any more. */
export interface Gatherer<T> {
  readonly read: (signal: AbortSignal) => Promise<T> | T;
  /** ms; past it the fact is unknown. Default {@link USUAL_MS}. */
  readonly deadlineMs?: number;
}

/** What can be read on this platform. */
export type Gatherers = { readonly [K in FactName]?: Gatherer<DoctorFacts[K]> };

const USUAL_MS = 5_000;

/** One look at the host: each fact is read once, when a check first asks for it. */
export class Round {
  readonly #gatherers: Gatherers;
  readonly #clock: Clock;
  readonly #reads = new Map<FactName, Promise<LearntFacts>>();

  constructor(gatherers: Gatherers, clock: Clock) {
    this.#gatherers = gatherers;
    this.#clock = clock;
  }

  /** Never rejects and never waits longer than the slowest fact may. */
  async learn(names: readonly FactName[]): Promise<LearntFacts> {
    const reads = names.map((name) => this.#read(name));
    let all: LearntFacts = {};
    for (const read of reads) all = { ...all, ...(await read) };
    return all;
  }

  #read(name: FactName): Promise<LearntFacts> {
    const known = this.#reads.get(name);
    if (known) return known;
    const read = learnFact(name, this.#gatherers, this.#clock);
    this.#reads.set(name, read);
    return read;
  }
}

async function learnFact<K extends FactName>(
  name: K,
  gatherers: Gatherers,
  clock: Clock,
): Promise<LearntFacts> {
  const gatherer = gatherers[name];
  if (!gatherer) return { [name]: { known: false, why: "It cannot be read on this platform." } };
  const abort = new AbortController();
  const { deadlineMs = USUAL_MS, read } = gatherer;
  try {
    const work = Promise.resolve().then(() => read(abort.signal));
    const value = await withDeadline(clock, deadlineMs, `reading ${name}`, work);
    return { [name]: { known: true, value } satisfies Learnt<DoctorFacts[K]> };
  } catch (thrown) {
    return { [name]: { known: false, why: summarise(toIsoscopeError(thrown)) } };
  } finally {
    abort.abort();
  }
}
