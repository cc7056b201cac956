import type { ServerFrame } from "../../contract/frames.ts";
import type { ServerLink } from "../../contract/link.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { CHANNEL } from "./channel.ts";
import type { ContentsSurface } from "./surface.ts";

/** Frames on their way above which live changes are merged instead of sent. */
const CONGESTED = 256;

/**
 * The server's end of one page. Electron queues without end and tells nobody, so the preload counts the frames it has
 * handed to the page and sends that count back now and then.
 */
export class IpcLink implements ServerLink {
  readonly #contents: ContentsSurface;
  readonly #drainListeners = new Set<() => void>();
  #underWay = 0;
  #congested = false;

  constructor(contents: ContentsSurface) {
    this.#contents = contents;
  }

  send(frame: ServerFrame): void {
    if (this.#contents.isDestroyed()) return;
    this.#underWay += 1;
    if (this.#underWay > CONGESTED) this.#congested = true;
    this.#contents.send(CHANNEL, frame);
  }

  congested(): boolean {
    return this.#congested;
  }

  onDrain(listener: () => void): Unsubscribe {
    this.#drainListeners.add(listener);
    return () => this.#drainListeners.delete(listener);
  }

  /** The page has taken `count` more frames. */
  taken(count: number): void {
    this.#underWay = Math.max(0, this.#underWay - count);
    if (!this.#congested || this.#underWay > CONGESTED / 2) return;
    this.#congested = false;
    for (const listener of [...this.#drainListeners]) listener();
  }
}
