import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure, toIsoscopeError } from "../../contract/failure.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import type { Attendance } from "../attendance.ts";
import { backoff } from "../backoff.ts";
import { delay } from "../delay.ts";
import type { Clock } from "../engine.ts";
import { showEndpoint } from "./endpoint.ts";
import type { DaemonEvent } from "./events.ts";
import type { HostFacts } from "./facts.ts";
import type { DockerLocator } from "./locator.ts";
import { negotiate, type Session } from "./negotiate.ts";
import type { StatusBoard } from "./status-board.ts";
import { lookAfter, openEvents, pumpEvents } from "./watch.ts";

export interface ConnectionDeps {
  readonly locator: DockerLocator;
  readonly board: StatusBoard;
  readonly clock: Clock;
  /** In [0, 1), for the back-off's jitter. */
  readonly random: () => number;
  readonly host: HostFacts;
  readonly meter: RequestMeter;
  /** While nobody looks, no sign of life is asked for and no new connection made. */
  readonly attendance: Attendance;
}

/** What is done with a connection while it lasts. */
export interface Tenant {
  /** Reads everything anew: on each new connection, and now and then as a safety net against lost events. */
  resync(session: Session): Promise<void>;
  event(session: Session, event: DaemonEvent): void;
}

/**
 * Keeps one connection to the daemon: contact, event stream, then the lists; signs of life while it lasts; when the
 * event stream ends, back-off and all of it again. What it does is visible on the board.
 */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #tenant: Tenant;
  readonly #closed = new AbortController();
  readonly #loop: Promise<void>;
  #session: Session | null = null;
  #hurry = new AbortController();
  #waiters: (() => void)[] = [];

  /** Begins at once. */
  constructor(deps: ConnectionDeps, tenant: Tenant) {
    this.#deps = deps;
    this.#tenant = tenant;
    this.#loop = this.#run();
  }

  /** The connection of this moment; throws why there is none. */
  get session(): Session {
    if (this.#session) return this.#session;
    const { title, error } = this.#deps.board.status;
    const reason = "It is being contacted.";
    throw new IsoscopeFailure(error ?? { code: "unavailable", engine: title, reason });
  }

  /** Tries at once. Resolves when that attempt has ended, at once when connected; never rejects. */
  retry(): Promise<void> {
    if (this.#session || this.#closed.signal.aborted) return Promise.resolve();
    const ended = new Promise<void>((resolve) => this.#waiters.push(resolve));
    this.#hurry.abort();
    return ended;
  }

  /** Resolves when nothing is open any more. */
  async close(): Promise<void> {
    this.#closed.abort();
    this.#session?.wire.close();
    this.#hurry.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { board, clock, random } = this.#deps;
    let failures = 0;
    while (!this.#closed.signal.aborted) {
      board.trying();
      const ended = await this.#attempt();
      failures = ended.wasLive ? 0 : failures + 1;
      if (this.#closed.signal.aborted) break;
      const wait = backoff(failures, random);
      this.#hurry = new AbortController();
      board.lost(ended.error, clock.now() + wait);
      this.#attemptEnded();
      const hurry = this.#hurry.signal;
      await delay(clock, wait, hurry);
      await this.#deps.attendance.whenPresent(hurry);
    }
    board.stopped();
    this.#attemptEnded();
  }

  /** One connection from contact to loss. Never rejects. */
  async #attempt(): Promise<{ readonly error: IsoscopeError; readonly wasLive: boolean }> {
    try {
      const session = await this.#contact();
      const over = new AbortController();
      try {
        return await this.#stay(session, over.signal);
      } finally {
        this.#session = null;
        over.abort();
        session.wire.close();
      }
    } catch (thrown) {
      return { error: toIsoscopeError(thrown), wasLive: false };
    }
  }

  async #contact(): Promise<Session> {
    const { locator, board, clock, host, meter } = this.#deps;
    const { endpoint, managed, portBridge } = await locator.locate(this.#closed.signal);
    board.located(showEndpoint(endpoint), managed);
    return negotiate({ title: board.status.title, endpoint, meter }, host, clock, portBridge);
  }

  async #stay(session: Session, over: AbortSignal): Promise<{ error: IsoscopeError; wasLive: boolean }> {
    const { board, clock, locator, attendance } = this.#deps;
    const stream = await openEvents(session);
    const ended = pumpEvents(session, stream, (event) => this.#tenant.event(session, event));
    const failed = await Promise.race([this.#tenant.resync(session).then(() => null), ended]);
    if (failed) return { error: failed, wasLive: false };
    if (this.#closed.signal.aborted) throw new IsoscopeFailure({ code: "cancelled", op: "connect" });
    this.#session = session;
    board.live(session.facts);
    this.#attemptEnded();
    const relist = () => this.#tenant.resync(session);
    const care = lookAfter(session, { clock, attendance, seen: () => board.seen(), relist }, over);
    const error = await Promise.race([ended, care]);
    return { error: await locator.explain(error), wasLive: true };
  }

  #attemptEnded(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
