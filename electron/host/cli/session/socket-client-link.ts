import type { WebSocket } from "ws";
import type { ServerFrame } from "../../../contract/frames.ts";
import type { ClientLink } from "../../../contract/link.ts";

/** The client's end of one socket that is open already. It is not reopened: a command ends with its connection. */
export function socketClientLink(socket: WebSocket): ClientLink {
  const frameListeners = new Set<(frame: ServerFrame) => void>();
  const connectionListeners = new Set<(connected: boolean) => void>();
  socket.on("message", (data) => {
    // The host's frames were validated where they were made, by the same contract.
    const frame: ServerFrame = JSON.parse(String(data));
    for (const listener of [...frameListeners]) listener(frame);
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    for (const listener of [...connectionListeners]) listener(false);
  });
  return {
    get connected() {
      return socket.readyState === socket.OPEN;
    },
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    onFrame: (listener) => {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
    onConnection: (listener) => {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    close: () => socket.close(),
  };
}
