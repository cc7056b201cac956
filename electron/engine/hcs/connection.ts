import type { NativeHcs } from "../../../native/hcs.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import { metered, type RequestMeter } from "../../contract/request-meter.ts";
import type { Attendance } from "../attendance.ts";
import { backoff } from "../backoff.ts";
import { withDeadline } from "../deadline.ts";
import { delay } from "../delay.ts";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import { parseDocument } from "./documents/parse-document.ts";
import { newestSchema, ServiceProperties, ServiceQuery } from "./documents/service-properties.ts";
import { writeDocument } from "./documents/write-document.ts";
import { explain, type Subject } from "./explain.ts";
import type { StatusBoard } from "./status-board.ts";

export interface ConnectionDeps {
  readonly open: () => NativeHcs;
  readonly board: StatusBoard;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly subject: Subject;
  /** Between two lists while somebody watches, ms. */
  readonly listEveryMs: number;
  readonly meter: RequestMeter;
  /** While nobody looks the service is asked for nothing. */
  readonly attendance: Attendance;
}

/** What is done with the service while it answers. */
export interface Tenant {
  /** Whether anybody wants to see the list now. */
  readonly watched: boolean;
  /** Reads the list anew. */
  refresh(native: NativeHcs): Promise<void>;
}

/** Between two signs of life while nobody does, ms. */
const PROBE_EVERY = 15_000;

/**
 * Keeps contact with the service: a probe, then the list again and again while it is watched; when a call fails, back-off
 * and all of it again. What needs a person (rights, a feature to install) is not tried again before `retry`.
 */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #tenant: Tenant;
  readonly #closed = new AbortController();
  readonly #loop: Promise<void>;
  #native: NativeHcs | null = null;
  #live = false;
  #wake = new AbortController();
  #waiters: (() => void)[] = [];

  /** Begins at once. */
  constructor(deps: ConnectionDeps, tenant: Tenant) {
    this.#deps = deps;
    this.#tenant = tenant;
    this.#loop = this.#run();
  }

  /** The service of this moment; throws why there is none. */
  get native(): NativeHcs {
    if (this.#native && this.#live) return this.#native;
    const { title, error } = this.#deps.board.status;
    throw fail(error ?? { code: "unavailable", engine: title, reason: "It is being contacted." });
  }

  /** Lists at once instead of waiting; after a failure it tries at once. */
  wake(): void {
    this.#wake.abort();
  }

  /** Tries at once. Resolves when that attempt has ended, at once when connected; never rejects. */
  retry(): Promise<void> {
    if (this.#live || this.#closed.signal.aborted) return Promise.resolve();
    const ended = new Promise<void>((resolve) => this.#waiters.push(resolve));
    this.wake();
    return ended;
  }

  /** Resolves when nothing is under way any more; open handles are closed. */
  async close(): Promise<void> {
    this.#closed.abort();
    this.wake();
    await this.#loop;
    this.#native?.close();
    this.#native = null;
  }

  async #run(): Promise<void> {
    const { board, clock, random } = this.#deps;
    let failures = 0;
    while (!this.#closed.signal.aborted) {
      board.trying();
      const { error, wasLive } = await this.#attempt();
      failures = wasLive ? 0 : failures + 1;
      if (this.#closed.signal.aborted) break;
      const wait = needsPeople(error) ? null : backoff(failures, random);
      this.#wake = new AbortController();
      board.lost(error, wait === null ? null : clock.now() + wait);
      this.#attemptEnded();
      await this.#pause(wait);
    }
    board.stopped();
    this.#attemptEnded();
  }

  /** From contact to loss. Never rejects. */
  async #attempt(): Promise<{ readonly error: IsoscopeError; readonly wasLive: boolean }> {
    try {
      await this.#contact();
      this.#attemptEnded();
      for (;;) await this.#stay();
    } catch (thrown) {
      return { error: explain(thrown, this.#deps.subject).error, wasLive: this.#live };
    } finally {
      this.#live = false;
    }
  }

  async #contact(): Promise<void> {
    this.#native ??= this.#deps.open();
    const native = this.#native;
    const facts = await this.#probe(native);
    if (this.#tenant.watched) await this.#refresh(native);
    this.#checkOpen();
    this.#live = true;
    this.#deps.board.live({ ...facts, missing: native.missing, hasLayers: native.layers !== null });
  }

  /** One pause and one reading. */
  async #stay(): Promise<void> {
    await this.#pause(this.#tenant.watched ? this.#deps.listEveryMs : PROBE_EVERY);
    await this.#deps.attendance.whenPresent(this.#wake.signal);
    // Before the reading: a call to `wake` meanwhile then leads to another one.
    this.#wake = new AbortController();
    this.#checkOpen();
    const { native } = this;
    if (this.#tenant.watched) await this.#refresh(native);
    else await this.#probe(native);
    this.#deps.board.seen();
  }

  #refresh(native: NativeHcs): Promise<void> {
    return metered(this.#deps.meter, "list", () => this.#tenant.refresh(native));
  }

  #probe(native: NativeHcs) {
    return metered(this.#deps.meter, "probe", () => probe(native, this.#deps.clock));
  }

  #pause(ms: number | null): Promise<void> {
    const { signal } = this.#wake;
    if (this.#closed.signal.aborted) return Promise.resolve();
    if (ms !== null) return delay(this.#deps.clock, ms, signal);
    return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  }

  #checkOpen(): void {
    if (this.#closed.signal.aborted) throw fail({ code: "cancelled", op: "connect" });
  }

  #attemptEnded(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }
}

const QUERY = writeDocument(ServiceQuery, { PropertyTypes: ["Basic"] });

const OP = "HcsGetServiceProperties";
/** How long a sign of life may take, ms. */
const PROBE_MS = 10_000;

async function probe(native: NativeHcs, clock: Clock): Promise<{ readonly schema: string | null }> {
  const text = await withDeadline(clock, PROBE_MS, OP, native.serviceProperties(QUERY));
  return { schema: newestSchema(parseDocument(OP, text, ServiceProperties)) };
}

/** Rights and features do not come by waiting. */
const needsPeople = ({ code }: IsoscopeError): boolean => code === "denied" || code === "unsupported";
