import type { z } from "zod";
import { LiveStore } from "../../contract/live-store.ts";
import type { HostProcess, ProcessIdentity } from "../../contract/process.ts";
import type { Kernel } from "../../contract/scope.ts";
import type { ReplayControl } from "../../contract/session.ts";
import type { Clock } from "../engine.ts";
import { Player } from "./player.ts";
import { RecordedOutput } from "./recorded-output.ts";
import type { Recording } from "./recording.ts";
import { ReplayEngine } from "./replay-engine.ts";
import { Scene } from "./scene.ts";
import { Takes } from "./takes.ts";
import { Timeline } from "./timeline.ts";
import type { Witness } from "./world.ts";

type Control = z.output<typeof ReplayControl>;

export interface ReplayDeps {
  readonly clock: Clock;
  /** Called when the position has changed, or how it plays. */
  readonly onStep: () => void;
}

/** A recording being shown: its engines, its host and its insides at one moment, which a player moves. Begins paused at the start. */
export class Replay {
  readonly recording: Recording;
  readonly engines: readonly ReplayEngine[];
  readonly processes = new LiveStore<HostProcess>();
  /** The time it was then. Waits are real ones: what waits is in front of the screen, not in the recording. */
  readonly clock: Clock;
  readonly #deps: ReplayDeps;
  readonly #timeline: Timeline;
  readonly #takes: Takes;
  readonly #scene: Scene;
  readonly #player: Player;

  constructor(recording: Recording, deps: ReplayDeps) {
    this.recording = recording;
    this.#deps = deps;
    this.#timeline = new Timeline(recording);
    this.#timeline.goTo(0);
    this.#takes = new Takes(this.#timeline);
    this.#scene = new Scene(this.#timeline, this.#takes);
    this.#player = new Player({
      clock: deps.clock,
      durationMs: recording.durationMs,
      nextAt: () => this.#timeline.nextAt,
      onStep: (jumped) => this.#moved(jumped),
    });
    this.clock = {
      now: () => recording.header.recordedAt + this.#player.position,
      after: (ms, callback) => deps.clock.after(ms, callback),
    };
    this.engines = this.#makeEngines();
    this.#refresh();
  }

  get position(): number {
    return this.#player.position;
  }

  get playing(): boolean {
    return this.#player.playing;
  }

  get speed(): number {
    return this.#player.speed;
  }

  control(control: Control): void {
    switch (control.action) {
      case "play":
        this.#player.play();
        break;
      case "pause":
        this.#player.pause();
        break;
      case "seek":
        this.#player.seek(control.positionMs);
        break;
      case "speed":
        this.#player.speedUp(control.speed);
        break;
    }
  }

  /** What the container's own procfs said, by the host PID of its main process; null where it was not read. */
  async readings(mainPid: number): Promise<readonly ProcessIdentity[] | null> {
    return this.#witnessOf(mainPid)?.readings ?? null;
  }

  async kernel(mainPid: number): Promise<Kernel | null> {
    return this.#witnessOf(mainPid)?.insideKernel ?? null;
  }

  close(): void {
    this.#player.close();
    for (const engine of this.engines) void engine[Symbol.asyncDispose]();
  }

  #makeEngines(): readonly ReplayEngine[] {
    const output = new RecordedOutput(this.recording);
    const changed = <T>(work: () => T): T => {
      const result = work();
      this.#refresh();
      return result;
    };
    const parts = {
      scene: this.#scene,
      launch: (...asked: Parameters<Takes["launch"]>) => changed(() => this.#takes.launch(...asked)),
      control: (...asked: Parameters<Takes["control"]>) => changed(() => this.#takes.control(...asked)),
      momentOf: (engine: string, id: string) => this.#scene.heldAt(engine, id) ?? this.#player.position,
      printed: (...asked: Parameters<RecordedOutput["between"]>) => output.between(...asked),
    };
    return this.recording.header.engines.map((engine) => new ReplayEngine(engine, parts));
  }

  #moved(jumped: boolean): void {
    if (jumped) this.#takes.forget();
    this.#timeline.goTo(this.#player.position);
    this.#refresh();
    this.#deps.onStep();
  }

  #refresh(): void {
    this.#takes.settle();
    // The host before the containers: a row whose processes are there is never shown without them.
    this.processes.replace(this.#scene.processes);
    for (const engine of this.engines) engine.refresh();
  }

  #witnessOf(mainPid: number): Witness | undefined {
    for (const engine of this.engines) {
      for (const container of engine.containers.values()) {
        if (container.mainPid === mainPid) return this.#scene.witness(engine.id, container.id);
      }
    }
    return undefined;
  }
}
