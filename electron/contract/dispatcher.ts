import { Connection } from "./connection.ts";
import type { Contract } from "./define.ts";
import type { Handlers } from "./handlers.ts";
import type { ServerLink } from "./link.ts";
import type { RequestMeter } from "./request-meter.ts";

export interface DispatcherOptions {
  /** Also parse every live item and chunk on its way out. Calls are always checked. Costs time; meant for tests. */
  readonly checkItems?: boolean;
  /** Told of each call by its name. */
  readonly meter?: (name: string) => RequestMeter;
}

export interface Dispatcher {
  /** Serves one client. Never throws and never rejects, whatever the client sends. */
  connect(link: ServerLink): ServedConnection;
}

export interface ServedConnection {
  /** Takes one frame as it arrived, of any shape. */
  receive(raw: unknown): void;
  /** Ends every call, subscription and stream of this client. */
  close(): void;
}

/** One dispatcher serves every front door: Electron window, web host, command line, tests. */
export function createDispatcher<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  options: DispatcherOptions = {},
): Dispatcher {
  return { connect: (link) => new Connection(contract, handlers, link, options) };
}
