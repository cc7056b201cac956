import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock } from "../engine.ts";

/** The longest time between two steps while it plays, ms: what shows the position moves that often. */
const STEP_MS = 250;

export interface PlayerOptions {
  readonly clock: Clock;
  readonly durationMs: number;
  /** When something happens after a moment, ms; null when nothing more does. */
  readonly nextAt: () => number | null;
  /** Called when the position has changed, or how it plays; `jumped` when it did not come there by playing. */
  readonly onStep: (jumped: boolean) => void;
}

/** A position that moves with the clock while it plays, and stops at the end. */
export class Player {
  readonly #options: PlayerOptions;
  #speed = 1;
  /** Where it was at `#since`; while it does not play, where it is. */
  #from = 0;
  #since: number | null = null;
  #cancel: Unsubscribe = () => {};

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get playing(): boolean {
    return this.#since !== null;
  }

  get speed(): number {
    return this.#speed;
  }

  /** ms since the start of the recording. */
  get position(): number {
    const { clock, durationMs } = this.#options;
    if (this.#since === null) return this.#from;
    return Math.min(durationMs, this.#from + Math.max(0, clock.now() - this.#since) * this.#speed);
  }

  /** At the end it begins anew. */
  play(): void {
    if (this.playing) return;
    const anew = this.#from >= this.#options.durationMs;
    if (anew) this.#from = 0;
    this.#since = this.#options.clock.now();
    this.#step(anew);
  }

  pause(): void {
    this.#hold();
    this.#options.onStep(false);
  }

  seek(ms: number): void {
    const { playing } = this;
    this.#hold();
    this.#from = Math.min(this.#options.durationMs, ms);
    if (playing) this.#since = this.#options.clock.now();
    this.#step(true);
  }

  speedUp(speed: number): void {
    const { playing } = this;
    this.#hold();
    this.#speed = speed;
    if (playing) this.#since = this.#options.clock.now();
    this.#step(false);
  }

  close(): void {
    this.#hold();
  }

  #hold(): void {
    this.#from = this.position;
    this.#since = null;
    this.#cancel();
  }

  #step(jumped: boolean): void {
    this.#cancel();
    if (this.playing && this.position >= this.#options.durationMs) this.#hold();
    this.#options.onStep(jumped);
    if (!this.playing) return;
    const next = this.#options.nextAt();
    const due = next === null ? STEP_MS : (next - this.position) / this.#speed;
    this.#cancel = this.#options.clock.after(Math.max(1, Math.min(STEP_MS, due)), () => this.#step(false));
  }
}
