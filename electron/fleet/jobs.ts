import { randomUUID } from "node:crypto";
import { type IsoscopeError, IsoscopeFailure, toIsoscopeError } from "../contract/errors.ts";
import type { Job } from "../contract/launch.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { Clock, Progress, WorkContext } from "../engine/engine.ts";

/** Ended jobs stay visible so that a late watcher learns how they ended; the oldest go first. */
const KEPT = 50;

export interface JobRequest {
  readonly kind: Job["kind"];
  readonly title: string;
  /** Resolves with the key of the container it made, if any. */
  readonly work: (context: WorkContext) => Promise<string | null>;
}

/** Long work that reports by a live collection and can be cancelled. */
export class Jobs {
  readonly live = new LiveStore<Job>();
  readonly #clock: Clock;
  readonly #running = new Map<string, { abort: AbortController; ended: Promise<void> }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Begins at once and returns the job's id; how it ends is told by the collection, never thrown. */
  start(request: JobRequest): string {
    const id = randomUUID();
    const abort = new AbortController();
    this.#put({
      id,
      kind: request.kind,
      title: request.title,
      state: "running",
      phase: "Starting",
      progress: null,
      startedAt: this.#clock.now(),
      endedAt: null,
      container: null,
      error: null,
    });
    this.#running.set(id, { abort, ended: this.#run(id, request, abort) });
    return id;
  }

  /** Asks a job to undo what it began. A job that has ended is left as it is. */
  cancel(id: string): void {
    if (!this.live.get(id)) throw new IsoscopeFailure({ code: "not-found", what: "job", name: id });
    this.#running.get(id)?.abort.abort();
  }

  /** Cancels what runs and waits until each has undone its work. */
  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.all(running.map(({ ended }) => ended));
  }

  async #run(id: string, request: JobRequest, abort: AbortController): Promise<void> {
    // The id reaches the caller before the work can end.
    await Promise.resolve();
    try {
      const container = await request.work({
        signal: abort.signal,
        progress: (progress) => this.#progress(id, progress),
      });
      this.#end(id, { state: "done", container });
    } catch (thrown) {
      const error = toIsoscopeError(thrown);
      this.#end(id, { state: error.code === "cancelled" ? "cancelled" : "failed", error });
    }
  }

  #progress(id: string, { phase, current, total, unit, transfer }: Progress): void {
    const job = this.live.get(id);
    if (job?.state !== "running") return;
    const progress = current === undefined ? null : { current, total: total ?? null, unit: unit ?? "steps" };
    this.#put({ ...job, phase, progress, ...(transfer && { transfer }) });
  }

  #end(id: string, end: { state: Job["state"]; container?: string | null; error?: IsoscopeError }): void {
    this.#running.delete(id);
    const job = this.live.get(id);
    if (!job) return;
    this.#put({
      ...job,
      state: end.state,
      endedAt: this.#clock.now(),
      container: end.container ?? null,
      error: end.error ?? null,
    });
    const ended = [...this.live.values()].filter((other) => other.state !== "running");
    this.live.update(
      [],
      ended.slice(0, Math.max(0, ended.length - KEPT)).map((other) => other.id),
    );
  }

  #put(job: Job): void {
    this.live.update([[job.id, job]]);
  }
}
