import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { LiveSource } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { RecordingState, ReplayControl, ReplayState, Session } from "../../contract/session.ts";
import type { Clock } from "../../engine/engine.ts";
import { readRecording } from "../../engine/replay/read-recording.ts";
import { Replay } from "../../engine/replay/replay.ts";
import { replayAct } from "./replay-act.ts";
import { liveState, replayState, type ShownRecording } from "./session-state.ts";
import type { Stage } from "./stage.ts";

/** The soonest a position is told again while it plays, ms. */
const TELL_MS = 200;

export interface SessionsDeps {
  readonly stage: Stage;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The recording that is shipped with the app. */
  readonly builtIn: () => AsyncIterable<Uint8Array>;
}

/** How a recording comes to be shown. */
export interface Opening {
  readonly origin: "built-in" | "file";
  readonly openedBy?: ReplayState["openedBy"];
  /** Aborted when nobody wants it any more: then nothing changes. */
  readonly signal?: AbortSignal;
}

/** What the screens show, and going from one to another. */
export class Sessions {
  readonly #deps: SessionsDeps;
  readonly #live = new LiveStore<Session>();
  readonly #titles = new Set<string>();
  #recording: RecordingState | null = null;
  #shown: ShownRecording | null = null;
  #toldAt = 0;

  constructor(deps: SessionsDeps) {
    this.#deps = deps;
    this.#tell();
    deps.stage.live.fleet.engines.subscribe({
      snapshot: () => this.#enginesChanged(),
      change: () => this.#enginesChanged(),
      fail: () => {},
    });
  }

  get live(): LiveSource<Session> {
    return this.#live;
  }

  /** Whether a recording is shown. */
  get replaying(): boolean {
    return this.#shown !== null;
  }

  /** What is being recorded of this host, to be told while it is shown. */
  tellRecording(recording: RecordingState | null): void {
    this.#recording = recording;
    if (!this.#shown) this.#tell();
  }

  openBuiltIn(openedBy: ReplayState["openedBy"] = "person"): Promise<void> {
    return this.open(this.#deps.builtIn(), { origin: "built-in", openedBy });
  }

  /**
   * Shows a recording once it has been read whole; until then, and when it cannot be read, all stays as it is. Rejects with
   * `invalid`, `unsupported` (newer), `conflict` while this host is being recorded, `cancelled`.
   */
  async open(
    bytes: AsyncIterable<Uint8Array>,
    { origin, openedBy = "person", signal }: Opening,
  ): Promise<void> {
    this.#refuseWhileRecording();
    const recording = await readRecording(bytes);
    this.#refuseWhileRecording();
    if (signal?.aborted) throw new IsoscopeFailure({ code: "cancelled", op: "Opening the recording" });
    const { stage, clock, appVersion } = this.#deps;
    const replay: Replay = new Replay(recording, { clock, onStep: () => this.#stepped(replay) });
    const act = replayAct(replay, { jobs: stage.live.fleet.jobs, appVersion });
    this.#shown = { replay, origin, openedBy };
    this.#tell();
    await stage.switchTo(act);
  }

  /** Back to this host. */
  async close(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = null;
    this.#tell();
    await this.#deps.stage.switchTo(this.#deps.stage.live);
  }

  /** Throws `conflict` when no recording is shown. */
  control(control: z.output<typeof ReplayControl>): void {
    if (!this.#shown) {
      throw new IsoscopeFailure({
        code: "conflict",
        message: "No recording is shown.",
        fix: "Open a recording first.",
      });
    }
    this.#shown.replay.control(control);
    this.#tell();
  }

  #refuseWhileRecording(): void {
    if (this.#recording?.state !== "recording") return;
    throw new IsoscopeFailure({
      code: "conflict",
      message: "This host is being recorded.",
      fix: "Stop the recording, then open another one.",
    });
  }

  #stepped(replay: Replay): void {
    if (this.#shown?.replay !== replay) return;
    const due = this.#deps.clock.now() - this.#toldAt >= TELL_MS;
    if (due || !replay.playing) this.#tell();
  }

  #enginesChanged(): void {
    const before = [...this.#titles].join();
    this.#titles.clear();
    for (const { state, title } of this.#deps.stage.live.fleet.engines.values())
      if (state === "live") this.#titles.add(title);
    if (this.#shown && before !== [...this.#titles].join()) this.#tell();
  }

  #tell(): void {
    this.#toldAt = this.#deps.clock.now();
    const state = this.#shown ? replayState(this.#shown, [...this.#titles]) : liveState(this.#recording);
    this.#live.update([["session", state]]);
  }
}
