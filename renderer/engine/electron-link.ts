import type { ServerFrame } from "../../electron/contract/frames.ts";
import type { Unsubscribe } from "../../electron/contract/live-source.ts";
import { Listeners } from "./listeners.ts";
import { type ConnectionStatus, isServerFrame, type RendererLink } from "./renderer-link.ts";

/** What the preload script puts on `window.isoscope`. */
export interface ElectronBridge {
  send(frame: unknown): void;
  subscribe(listener: (frame: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly isoscope?: ElectronBridge;
  }
}

/** The link inside the application's own window: it lives as long as the page does. */
export class ElectronLink implements RendererLink {
  readonly connected = true;
  readonly status: ConnectionStatus;
  readonly #bridge: ElectronBridge;
  readonly #frames = new Listeners<ServerFrame>();
  readonly #stop: () => void;

  constructor(bridge: ElectronBridge, now: number) {
    this.#bridge = bridge;
    this.status = { state: "connected", since: now, retryAt: null };
    this.#stop = bridge.subscribe((frame) => {
      if (isServerFrame(frame)) this.#frames.tell(frame);
    });
  }

  send(frame: unknown): void {
    this.#bridge.send(frame);
  }

  onFrame(listener: (frame: ServerFrame) => void): Unsubscribe {
    return this.#frames.add(listener);
  }

  onConnection(): Unsubscribe {
    return () => {};
  }

  onStatus(): Unsubscribe {
    return () => {};
  }

  retryNow(): void {}

  close(): void {
    this.#stop();
  }
}
