import type { Timer } from "../engine/timer.ts";

type Say = (text: string, options: { readonly alert: boolean }) => void;

/** At most one announcement in this time: a reader that is told more hears none of it out. */
const PAUSE_MS = 2_000;

/**
 * Says things aloud, never two within the pause. What comes meanwhile waits and is said together; something urgent among
 * it makes all of it urgent.
 */
export class Announcer {
  readonly #say: Say;
  readonly #timer: Timer;
  #waiting: string[] = [];
  #alert = false;
  #cancel: (() => void) | null = null;

  constructor(say: Say, timer: Timer) {
    this.#say = say;
    this.#timer = timer;
  }

  announce(text: string, { alert = false }: { readonly alert?: boolean } = {}): void {
    if (!this.#waiting.includes(text)) this.#waiting.push(text);
    this.#alert ||= alert;
    if (!this.#cancel) this.#flush();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting = [];
  }

  #flush(): void {
    this.#cancel = null;
    if (this.#waiting.length === 0) return;
    this.#say(this.#waiting.join(" "), { alert: this.#alert });
    this.#waiting = [];
    this.#alert = false;
    this.#cancel = this.#timer.after(PAUSE_MS, () => this.#flush());
  }
}
