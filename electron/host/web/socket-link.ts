import type { ServerFrame } from "../../contract/frames.ts";
import type { ServerLink } from "../../contract/link.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";

/** Queued bytes above which live changes are merged instead of sent. */
const CONGESTED = 1 << 20;
/** Queued bytes above which the reader is given up: it has stopped reading, and memory is not endless. */
const HOPELESS = 64 << 20;

/** What is used of a WebSocket. `done` is called once the data has left for the system. */
interface Socket {
  readonly bufferedAmount: number;
  readonly readyState: number;
  readonly OPEN: number;
  send(data: string, done: () => void): void;
  terminate(): void;
}

/** The server's end of one WebSocket. Drain is learnt from the callbacks of its own writes, never by asking again. */
export class SocketLink implements ServerLink {
  readonly #socket: Socket;
  readonly #drainListeners = new Set<() => void>();
  #congested = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  send(frame: ServerFrame): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > HOPELESS) {
      socket.terminate();
      return;
    }
    socket.send(JSON.stringify(frame), () => this.#written());
    this.congested();
  }

  congested(): boolean {
    if (this.#socket.bufferedAmount > CONGESTED) this.#congested = true;
    return this.#congested;
  }

  onDrain(listener: () => void): Unsubscribe {
    this.#drainListeners.add(listener);
    return () => this.#drainListeners.delete(listener);
  }

  #written(): void {
    if (!this.#congested || this.#socket.bufferedAmount > CONGESTED) return;
    this.#congested = false;
    for (const listener of [...this.#drainListeners]) listener();
  }
}
