import { connect } from "node:net";
import { WebSocket } from "ws";
import { type IsoscopeError, IsoscopeError as IsoscopeErrorSchema } from "../../../contract/errors.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";

export interface Door {
  /** `ws://127.0.0.1:47800`; on a local socket the name says nothing. */
  readonly url: string;
  readonly token: string;
  /** A Unix socket or named pipe to go by instead of the network. */
  readonly path?: string;
}

/** Resolves once the host has let us in. Rejects with its reason, or with `unavailable` when nobody answers. */
export function openSocket({ url, token, path }: Door): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL("/socket", url), {
      headers: { authorization: `Bearer ${token}` },
      ...(path === undefined ? {} : { createConnection: () => connect(path) }),
    });
    const fail = (error: IsoscopeError) => reject(new IsoscopeFailure(error));
    socket.once("open", () => resolve(socket));
    socket.once("error", ({ message }) => fail(notAnswering(path ?? url, message)));
    socket.once("unexpected-response", (_request, response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => fail(refusalOf(body) ?? notAnswering(url, `HTTP ${response.statusCode}`)));
    });
  });
}

function refusalOf(body: string): IsoscopeError | null {
  try {
    return IsoscopeErrorSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

const notAnswering = (where: string, detail: string): IsoscopeError => ({
  code: "unavailable",
  engine: "Isoscope",
  reason: `Nothing that speaks its language answers at ${where}.`,
  fix: "Start it with: isoscope serve",
  detail,
});
