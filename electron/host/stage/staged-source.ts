import type { LiveSink, LiveSource, Unsubscribe } from "../../contract/live-source.ts";

/** A collection of whatever act is shown: when another comes its watchers get that one's snapshot. */
export class StagedSource<T> implements LiveSource<T> {
  readonly #choose: () => LiveSource<T>;
  readonly #onSwitch: (listener: () => void) => Unsubscribe;

  constructor(choose: () => LiveSource<T>, onSwitch: (listener: () => void) => Unsubscribe) {
    this.#choose = choose;
    this.#onSwitch = onSwitch;
  }

  subscribe(sink: LiveSink<T>): Unsubscribe {
    let stop: Unsubscribe = this.#choose().subscribe(sink);
    const forget = this.#onSwitch(() => {
      stop();
      stop = this.#choose().subscribe(sink);
    });
    return () => {
      forget();
      stop();
    };
  }
}
