import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { systemClock } from "../../engine/clock.ts";
import type { Clock } from "../../engine/engine.ts";
import { admitBrowser, admitProgram, isProgram } from "./admission.ts";
import { httpHandler } from "./http-handler.ts";
import { allowedHosts } from "./request-guard.ts";
import { Session } from "./session.ts";
import { upgradeHandler } from "./upgrade.ts";

/** Loopback only, and no option for more: whoever reaches this host commands the container engines. */
const ADDRESS = "127.0.0.1";

export interface WebHostOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The folder of the built renderer: `index.html`, hashed files under `assets/`. */
  readonly rendererDir: string;
  /** What programs of this user bring instead of a browser's session; without it there is no door for them. */
  readonly programToken?: string | undefined;
  readonly clock?: Clock;
}

export interface WebHost {
  /** Carries the token: whoever opens it first gets the session. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** Ends every client and frees the port. Calling it again joins the first call. */
  close(): Promise<void>;
}

/** Listens, then resolves. Errors: `conflict` when the port is in use, `denied` when it may not be had. */
export async function startWebHost(dispatcher: Dispatcher, options: WebHostOptions): Promise<WebHost> {
  const server = createServer();
  const port = await listen(server, options.port);
  const session = new Session(port);
  const shared = { hosts: allowedHosts(port), session };
  const { programToken } = options;
  const sockets = upgradeHandler({
    admit: (request) =>
      isProgram(request) ? admitProgram(request, programToken, shared.hosts) : admitBrowser(request, shared),
    dispatcher,
    clock: options.clock ?? systemClock,
  });
  server.on("request", httpHandler({ ...shared, rendererDir: options.rendererDir }));
  server.on("upgrade", sockets.upgrade);
  let closing: Promise<void> | null = null;
  const shut = async () => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    await sockets.close();
    server.closeAllConnections();
    await stopped;
  };
  return {
    url: `http://${ADDRESS}:${port}/?token=${session.token}`,
    port,
    token: session.token,
    close: () => {
      closing ??= shut();
      return closing;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenFailure(error, port)));
    server.listen({ host: ADDRESS, port }, () => {
      server.removeAllListeners("error");
      resolve(boundPort(server.address()));
    });
  });
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new TypeError("a TCP server has a port");
  return address.port;
}

function listenFailure(error: NodeJS.ErrnoException, port: number): IsoscopeFailure {
  const cause = { cause: error };
  switch (error.code) {
    case "EADDRINUSE":
      return new IsoscopeFailure(
        { code: "conflict", message: `Port ${port} is in use. Choose another with --port.` },
        cause,
      );
    case "EACCES":
      return new IsoscopeFailure(
        {
          code: "denied",
          reason: `Port ${port} may not be opened by this user.`,
          fix: "Choose a port above 1023.",
        },
        cause,
      );
    default:
      return new IsoscopeFailure({ code: "internal", message: `Cannot listen: ${error.message}` }, cause);
  }
}
