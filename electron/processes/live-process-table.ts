import { IsoscopeFailure } from "../contract/failure.ts";
import type { LiveSource, Unsubscribe } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { HostProcess } from "../contract/process.ts";
import { metered, NO_METER, type RequestMeter } from "../contract/request-meter.ts";
import type { Kernel } from "../contract/scope.ts";
import type { Clock } from "../engine/engine.ts";
import type { BirthBatch, BirthEvents } from "./birth-events.ts";
import type { OwnerNames } from "./owner-names.ts";
import { ProcessBook } from "./process-book.ts";
import type { ProcessReader, RawProcess } from "./process-reader.ts";
import type { ProcessTable, ProcessTableFacts } from "./process-table.ts";
import { readerFailure } from "./reader-failure.ts";

/** What one operating system provides; everything else about the table is the same on all. */
export interface ProcessProvider {
  readonly name: ProcessTableFacts["reader"];
  readonly reader: ProcessReader;
  /** Null where births and deaths can only be found by polling. */
  readonly births: BirthEvents | null;
  readonly owners: OwnerNames;
  readonly kernel: Kernel;
  readonly startedAt: (raw: RawProcess) => number | null;
  /** Why it is not the best there could be, in words. */
  readonly notes: readonly string[];
}

export interface LiveTableOptions {
  readonly clock: Clock;
  readonly pollMs: number;
  /** Told of each reading. */
  readonly meter?: RequestMeter;
}

/** Reads while watched: everything now and then, and single processes when the kernel tells of them. */
export class LiveProcessTable implements ProcessTable {
  readonly #provider: ProcessProvider;
  readonly #clock: Clock;
  readonly #meter: RequestMeter;
  readonly #book: ProcessBook;
  readonly #store = new LiveStore<HostProcess>({ onWatched: (watched) => this.#watch(watched) });
  /** The birth events in use; null once they failed. */
  #births: BirthEvents | null;
  #notes: readonly string[];
  #lastFailure: string | null = null;
  #everyMs: number;
  #cancelPoll: Unsubscribe = () => {};
  #pass: Promise<number> | null = null;
  /** The last reading; the next waits for it, since a reader takes one call at a time. */
  #tail: Promise<unknown> = Promise.resolve();
  #hints = new Set<number>();
  #watched = false;
  #closed = false;

  constructor(provider: ProcessProvider, { clock, pollMs, meter = NO_METER }: LiveTableOptions) {
    this.#provider = provider;
    this.#clock = clock;
    this.#everyMs = pollMs;
    this.#meter = meter;
    this.#births = provider.births;
    this.#notes = provider.notes;
    this.#book = new ProcessBook(provider);
  }

  get facts(): ProcessTableFacts {
    const failure = this.#lastFailure === null ? [] : [`The last reading failed: ${this.#lastFailure}`];
    return {
      reader: this.#provider.name,
      births: this.#births ? "connector" : "polling",
      notes: [...this.#notes, ...failure],
    };
  }

  get live(): LiveSource<HostProcess> {
    return this.#store;
  }

  get kernel(): Kernel {
    return this.#provider.kernel;
  }

  get everyMs(): number {
    return this.#everyMs;
  }

  readEvery(ms: number): void {
    this.#everyMs = ms;
    if (this.#watched) void this.#poll();
  }

  async sample(): Promise<{ readonly rows: readonly HostProcess[]; readonly at: number }> {
    const at = await this.#sharedPass();
    return { rows: this.#book.rows(), at };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch(false);
    await this.#tail.catch(() => {});
    this.#provider.reader.close();
  }

  #watch(watched: boolean): void {
    if (watched === this.#watched || (watched && this.#closed)) return;
    this.#watched = watched;
    if (watched) {
      this.#startBirths();
      void this.#poll();
    } else {
      this.#cancelPoll();
      this.#births?.stop();
      this.#hints.clear();
      void this.#queue(async () => this.#provider.reader.release()).catch(() => {});
    }
  }

  #startBirths(): void {
    try {
      this.#births?.start((batch) => this.#heard(batch));
    } catch (thrown) {
      this.#births = null;
      this.#notes = [...this.#notes, `The kernel's process events stopped: ${readerFailure(thrown).message}`];
    }
  }

  async #poll(): Promise<void> {
    this.#cancelPoll();
    // A failed reading keeps the rows and is told in the facts; the next may succeed.
    await this.#sharedPass().catch(() => {});
    if (!this.#watched) return;
    this.#cancelPoll();
    this.#cancelPoll = this.#clock.after(this.#everyMs, () => void this.#poll());
  }

  #heard({ pids, overflow }: BirthBatch): void {
    if (!this.#watched) return;
    if (overflow) {
      this.#sharedPass().catch(() => {});
      return;
    }
    for (const pid of pids) this.#hints.add(pid);
    // Readings queued before this one may have followed these hints already; it then finds none.
    this.#queue(() => this.#followHints()).catch(() => {});
  }

  async #followHints(): Promise<void> {
    const pids = [...this.#hints];
    this.#hints.clear();
    if (pids.length === 0 || !this.#watched) return;
    const { reader } = this.#provider;
    const read = await metered(this.#meter, "births and deaths", () => reader.refresh(pids));
    const { upsert, remove } = this.#book.apply(read, { full: false });
    this.#store.update(upsert, remove);
  }

  /** Everything read once, shared by all who ask while it is under way. Resolves with when it began. */
  #sharedPass(): Promise<number> {
    this.#pass ??= this.#queue(() => this.#fullPass()).finally(() => {
      this.#pass = null;
    });
    return this.#pass;
  }

  async #fullPass(): Promise<number> {
    const at = this.#clock.now();
    try {
      const { reader } = this.#provider;
      const read = await metered(this.#meter, "snapshot", () => reader.snapshot());
      const change = this.#book.apply(read, { full: true });
      this.#store.update(change.upsert, change.remove);
      if (this.#provider.owners.refresh()) this.#store.update(this.#book.renameOwners().upsert);
      this.#lastFailure = null;
      return at;
    } catch (thrown) {
      const failure = readerFailure(thrown);
      this.#lastFailure = failure.message;
      throw failure;
    }
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#tail
      .catch(() => {})
      .then(() => {
        if (this.#closed) throw new IsoscopeFailure({ code: "cancelled", op: "reading processes" });
        return work();
      });
    this.#tail = done;
    return done;
  }
}
