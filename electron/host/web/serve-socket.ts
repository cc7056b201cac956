import type { RawData, WebSocket } from "ws";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import type { Clock } from "../../engine/engine.ts";
import { keepAlive } from "./heartbeat.ts";
import { SocketLink } from "./socket-link.ts";

/** Serves one client over one socket until either end closes. */
export function serveSocket(socket: WebSocket, dispatcher: Dispatcher, clock: Clock): void {
  const link = new SocketLink(socket);
  const served = dispatcher.connect(link);
  const stopHeart = keepAlive(socket, clock);
  socket.on("message", (data, isBinary) => {
    const frame = isBinary ? NOT_JSON : parse(data);
    if (frame === NOT_JSON) {
      link.send({
        t: "malformed",
        error: { code: "invalid", field: "", message: "A frame must be JSON text." },
      });
    } else served.receive(frame);
  });
  // The library closes with 1009 or 1002 by itself; the event only keeps it from being thrown.
  socket.on("error", () => {});
  socket.on("close", () => {
    stopHeart();
    served.close();
  });
}

const NOT_JSON = Symbol("not JSON");

function parse(data: RawData): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return NOT_JSON;
  }
}
