import type { HostInfo } from "../../contract/contract.ts";
import { IsoscopeFailure, summarise, toIsoscopeError } from "../../contract/failure.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { RECORDING_FORMAT, RECORDING_VERSION, type RecordingHeader } from "../../contract/recording.ts";
import type { RecordingState } from "../../contract/session.ts";
import { settlesWithin } from "../../engine/deadline.ts";
import { maskDeep } from "../../model/recording/mask-secrets.ts";
import { Course, type CourseDeps } from "./course.ts";
import type { RecorderLimits } from "./limits.ts";
import { Made } from "./made.ts";
import { endLine } from "./seal-lines.ts";
import { Spool } from "./spool.ts";
import { Tape } from "./tape.ts";

/** How long the start waits for what is read of the containers that run already, ms. */
const FIRST_READING_MS = 3_000;
/** Between two tellings of how much it has taken, ms. */
const TELL_MS = 1_000;

export interface MakingDeps extends CourseDeps {
  readonly info: () => HostInfo | Promise<HostInfo>;
  readonly folder: string;
  readonly limits: RecorderLimits;
  /** Names its file, unlike any other. */
  readonly name: string;
  readonly title: string;
  readonly output: boolean;
  readonly onTold: () => void;
  /** Called once when no more can be taken, with why. */
  readonly onFull: (why: string) => void;
}

/** A recording being made. */
export class Making {
  readonly #deps: MakingDeps;
  readonly #host: HostInfo;
  readonly #spool: Spool;
  readonly #tape: Tape;
  readonly #engines: RecordingHeader["engines"];
  readonly #course: Course;
  /** Null until all that is there at the start has been put down: that is one moment. */
  #startedAt: number | null = null;
  #hostGap: string | null = null;
  #next: Unsubscribe = () => {};
  #ended: Promise<Made> | null = null;

  private constructor(deps: MakingDeps, host: HostInfo, spool: Spool) {
    this.#deps = deps;
    this.#host = host;
    this.#spool = spool;
    this.#tape = new Tape({ now: () => this.#passed(), write: (line) => this.#spool.write(line) });
    this.#engines = deps.engines.map(({ sees = "own", status }) => ({ sees, status }));
    this.#course = new Course(deps, this.#tape, deps.output);
  }

  /** Resolves once what is there has been put down. Rejects with `denied` when nothing can be written. */
  static async begin(deps: MakingDeps): Promise<Making> {
    const host = await deps.info();
    const spool = await Spool.open(deps.folder, deps.name).catch((thrown: unknown) => {
      throw unwritable(deps.folder, thrown);
    });
    const making = new Making(deps, host, spool);
    // A host that cannot be read is recorded as one without processes, and that is told.
    making.#hostGap = await deps.processes.sample().then(
      () => null,
      (thrown: unknown) => `The host's processes: ${summarise(toIsoscopeError(thrown))}`,
    );
    await settlesWithin(deps.clock, FIRST_READING_MS, making.#course.begun());
    making.#startedAt = deps.clock.now();
    making.#watch();
    return making;
  }

  get state(): RecordingState {
    return {
      ...{ state: "recording", title: this.#deps.title, startedAt: this.#startedAt ?? 0, endedAt: null },
      ...{ sizeBytes: this.#spool.bytes, events: this.#tape.events, output: this.#deps.output, gaps: [] },
    };
  }

  /** Ends it, once. @param why it ends by itself; null when somebody ends it */
  end(why: string | null): Promise<Made> {
    this.#ended ??= this.#end(why);
    return this.#ended;
  }

  async discard(): Promise<void> {
    this.#next();
    const ended = await this.#ended?.catch(() => null);
    await this.#course.close();
    if (ended) await ended.discard();
    else await this.#spool.discard();
  }

  async #end(why: string | null): Promise<Made> {
    this.#next();
    await this.#course.finish();
    const durationMs = Math.max(this.#tape.last, Math.round(this.#passed()));
    const gaps = this.#gaps(why);
    const { events } = this.#tape;
    const header = `${JSON.stringify(this.#header(durationMs, gaps))}\n`;
    const { path, bytes } = await this.#spool.seal(header, (sha256) => endLine(events, sha256));
    const endedAt = (this.#startedAt ?? 0) + durationMs;
    return new Made(path, { ...this.state, state: "ready", endedAt, sizeBytes: bytes, gaps: [...gaps] });
  }

  #header(durationMs: number, gaps: readonly string[]): RecordingHeader {
    const { title, output } = this.#deps;
    return maskDeep({
      ...{ format: RECORDING_FORMAT, version: RECORDING_VERSION, title, note: null },
      ...{ recordedAt: this.#startedAt ?? 0, durationMs, host: this.#host, engines: this.#engines },
      ...{ output, gaps: [...gaps] },
    });
  }

  #gaps(why: string | null): readonly string[] {
    const gaps = [
      why,
      this.#spool.error === null ? null : `Not all could be written: ${this.#spool.error}`,
      this.#course.outputCut ? "Of what some containers printed only the beginning was recorded." : null,
      this.#hostGap,
    ];
    return gaps.filter((gap) => gap !== null);
  }

  #passed(): number {
    return this.#startedAt === null ? 0 : Math.max(0, this.#deps.clock.now() - this.#startedAt);
  }

  #watch(): void {
    const full = this.#full();
    if (full) {
      this.#deps.onFull(full);
      return;
    }
    this.#next = this.#deps.clock.after(TELL_MS, () => {
      this.#deps.onTold();
      this.#watch();
    });
  }

  #full(): string | null {
    const { limits } = this.#deps;
    if (this.#spool.error !== null) return "It ended by itself: nothing more could be written.";
    if (this.#spool.bytes >= limits.bytes || this.#tape.events >= limits.events)
      return "It ended by itself: it was as large as a recording may be.";
    if (this.#spool.waiting >= limits.waiting) return "It ended by itself: the disk was too slow for it.";
    return this.#passed() >= limits.durationMs
      ? "It ended by itself: it was as long as a recording may be."
      : null;
  }
}

function unwritable(folder: string, thrown: unknown): IsoscopeFailure {
  return new IsoscopeFailure({
    code: "denied",
    reason: `A recording is kept in ${folder} while it is made, and nothing can be written there.`,
    fix: "Let this user write there, then start again.",
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  });
}
