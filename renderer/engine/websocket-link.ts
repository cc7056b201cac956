import type { ServerFrame } from "../../electron/contract/frames.ts";
import type { Unsubscribe } from "../../electron/contract/live-source.ts";
import { backoffDelay } from "./backoff.ts";
import { Listeners } from "./listeners.ts";
import { type ConnectionStatus, isServerFrame, type RendererLink } from "./renderer-link.ts";
import type { Timer } from "./timer.ts";

/** The part of a browser's WebSocket that is used. */
export type Socket = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose" | "readyState">;

export interface WebSocketLinkOptions {
  /** Begins one connection attempt. */
  readonly open: () => Socket;
  readonly timer: Timer;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const OPEN = 1;

/** The link to a web host: JSON text frames over a WebSocket that is opened again, with back-off, whenever it closes. */
export class WebSocketLink implements RendererLink {
  readonly #options: WebSocketLinkOptions;
  readonly #frames = new Listeners<ServerFrame>();
  readonly #connections = new Listeners<boolean>();
  readonly #statuses = new Listeners<void>();
  #socket: Socket | null = null;
  #cancelRetry: (() => void) | null = null;
  #attempt = 0;
  #closed = false;
  #status: ConnectionStatus;

  constructor(options: WebSocketLinkOptions) {
    this.#options = options;
    this.#status = { state: "connecting", since: options.timer.now(), retryAt: null };
    this.#connect();
  }

  get connected(): boolean {
    return this.#status.state === "connected";
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  send(frame: unknown): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(frame));
  }

  onFrame(listener: (frame: ServerFrame) => void): Unsubscribe {
    return this.#frames.add(listener);
  }

  onConnection(listener: (connected: boolean) => void): Unsubscribe {
    return this.#connections.add(listener);
  }

  onStatus(listener: () => void): Unsubscribe {
    return this.#statuses.add(listener);
  }

  retryNow(): void {
    if (!this.#cancelRetry) return;
    this.#cancelRetry();
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#socket?.close();
  }

  #connect(): void {
    this.#cancelRetry = null;
    if (this.#status.state === "lost") this.#become("lost", null);
    const socket = this.#options.open();
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempt = 0;
      this.#become("connected", null);
      this.#connections.tell(true);
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = () => this.#lost();
  }

  #receive(data: unknown): void {
    if (typeof data !== "string") return;
    const frame: unknown = JSON.parse(data);
    if (isServerFrame(frame)) this.#frames.tell(frame);
  }

  #lost(): void {
    const wasConnected = this.connected;
    this.#socket = null;
    if (!this.#closed) {
      const delay = backoffDelay(this.#attempt++, this.#options.random);
      this.#cancelRetry = this.#options.timer.after(delay, () => this.#connect());
      this.#become("lost", this.#options.timer.now() + delay);
    }
    if (wasConnected) this.#connections.tell(false);
  }

  #become(state: ConnectionStatus["state"], retryAt: number | null): void {
    const since = state === this.#status.state ? this.#status.since : this.#options.timer.now();
    this.#status = { state, since, retryAt };
    this.#statuses.tell();
  }
}
