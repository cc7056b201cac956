import type { ServerFrame } from "./frames.ts";
import type { Unsubscribe } from "./live-source.ts";

/** The server's end of one connection. A transport implements just this. */
export interface ServerLink {
  send(frame: ServerFrame): void;
  /** True while more is queued than the peer takes; live changes are then merged instead of sent. */
  congested(): boolean;
  /** Calls back each time the link stops being congested. */
  onDrain(listener: () => void): Unsubscribe;
}

/** The client's end of one connection, or of a row of connections when the transport reconnects. */
export interface ClientLink {
  /** Frames sent while not connected are lost; the client sends again what it still wants once connected. */
  send(frame: unknown): void;
  onFrame(listener: (frame: ServerFrame) => void): Unsubscribe;
  readonly connected: boolean;
  onConnection(listener: (connected: boolean) => void): Unsubscribe;
  close(): void;
}
