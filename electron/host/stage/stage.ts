import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import { Audience } from "../../fleet/audience.ts";
import type { Act } from "./act.ts";
import { StagedSource } from "./staged-source.ts";

const NOBODY = { snapshot: () => {}, change: () => {}, fail: () => {} };

/** Where one act at a time is shown: the live one, or a recording in front of it. */
export class Stage {
  readonly #live: Act;
  #act: Act;
  /** Aborted when the act that is shown leaves. */
  #over = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #audience: Audience;
  #attended = false;

  constructor(live: Act) {
    this.#live = live;
    this.#act = live;
    this.#audience = new Audience((present) => {
      this.#attended = present;
      this.#tellAttention();
    });
  }

  get act(): Act {
    return this.#act;
  }

  /** This host, whether it is shown or not. */
  get live(): Act {
    return this.#live;
  }

  /** A collection of the act that is shown, whichever that is. */
  show<T>(choose: (act: Act) => LiveSource<T>): LiveSource<T> {
    return new StagedSource(
      () => choose(this.#act),
      (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    );
  }

  /** The same, and whoever watches it counts as somebody who looks at engines. */
  watched<T>(choose: (act: Act) => LiveSource<T>): LiveSource<T> {
    return this.#audience.of(this.show(choose));
  }

  /** Counts as somebody who looks until the returned function is called. */
  attend(): Unsubscribe {
    return this.#audience.of<never>({ subscribe: () => () => {} }).subscribe(NOBODY);
  }

  /** A signal that is also aborted when the act that is shown now leaves. */
  during(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#over.signal]);
  }

  /** Shows another act. What streams from the old one ends. The old one is closed, unless it is the live one. */
  async switchTo(act: Act): Promise<void> {
    const old = this.#act;
    if (old === act) return;
    this.#act = act;
    this.#over.abort();
    this.#over = new AbortController();
    for (const listener of [...this.#listeners]) listener();
    this.#tellAttention();
    if (old !== this.#live) await old.close();
  }

  #tellAttention(): void {
    if (this.#act !== this.#live) this.#live.attend(this.#attended ? "behind" : "none");
    this.#act.attend(this.#attended ? "shown" : "none");
  }
}
