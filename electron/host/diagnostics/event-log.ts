import { type AppEvent, KEPT_EVENTS } from "../../contract/diagnostics.ts";
import { LiveStore } from "../../contract/live-store.ts";

/** The last events of the app, oldest first. */
export class EventLog {
  readonly live = new LiveStore<AppEvent>();
  readonly #now: () => number;
  #lastId = 0;

  /** @param now ms since the Unix epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param source who tells, as people know it */
  note(source: string, text: string): void {
    const id = ++this.#lastId;
    const gone = id > KEPT_EVENTS ? [String(id - KEPT_EVENTS)] : [];
    this.live.update([[String(id), { id, at: this.#now(), source, text }]], gone);
  }
}
