import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import type { Clock } from "../../engine/engine.ts";
import { type Refusal, refuse } from "./answer.ts";
import { serveSocket } from "./serve-socket.ts";

/** The largest frame a client may send; a larger one ends its connection with code 1009. */
export const MAX_FRAME_BYTES = 1 << 20;

export interface UpgradeOptions {
  /** Null for a client that may have its socket. */
  readonly admit: (request: IncomingMessage) => Refusal | null;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
}

export interface UpgradeHandler {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to every client; those that do not answer within a second are cut off. */
  close(): Promise<void>;
}

export function upgradeHandler(options: UpgradeOptions): UpgradeHandler {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  return {
    upgrade: (request, socket, head) => {
      // A peer that resets while it is being refused is no failure of ours.
      socket.on("error", () => {});
      const refusal = check(options, request);
      if (refusal) return turnAway(socket, refusal);
      server.handleUpgrade(request, socket, head, (client) =>
        serveSocket(client, options.dispatcher, options.clock),
      );
    },
    close: () => closeAll(server, options.clock),
  };
}

function check({ admit }: UpgradeOptions, request: IncomingMessage): Refusal | null {
  const refusal = admit(request);
  if (refusal || request.url === "/socket") return refusal;
  return {
    status: 404,
    error: { code: "not-found", what: "socket", name: (request.url ?? "").slice(0, 200) },
  };
}

function turnAway(socket: Duplex, refusal: Refusal): void {
  const { status, headers, body } = refuse(refusal, undefined);
  const lines = Object.entries({ ...headers, connection: "close" }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", body].join("\r\n"));
}

async function closeAll(server: WebSocketServer, clock: Clock): Promise<void> {
  const closed = [...server.clients].map(
    (client) =>
      new Promise<void>((resolve) => {
        if (client.readyState === client.CLOSED) return resolve();
        const stop = clock.after(1000, () => client.terminate());
        client.once("close", () => {
          stop();
          resolve();
        });
        client.close(1001, "Isoscope is closing");
      }),
  );
  await Promise.all(closed);
  server.close();
}
