import type { Server } from "node:http";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import { summarise, toIsoscopeError } from "../../contract/failure.ts";
import { systemClock } from "../../engine/clock.ts";
import type { ComposedApp } from "../composed-app.ts";
import { admitProgram } from "../web/admission.ts";
import { newSecret } from "../web/secret.ts";
import { upgradeHandler } from "../web/upgrade.ts";
import { type Instance, removeInstance, writeInstance } from "./instance-file.ts";
import { listenLocally, localSocketPath } from "./local-socket.ts";
import { ensureOwnFolder } from "./own-folder.ts";

export interface AnnounceOptions {
  /** The folder of this run: see `Paths`. */
  readonly run: string;
  readonly version: string;
  readonly token: string;
  /** Where browsers are served; null where they are not. */
  readonly url: string | null;
  readonly log: (line: string) => void;
}

/** Ends the door: says goodbye to its clients and takes the file away. */
export type Withdraw = () => Promise<void>;

/**
 * Lets programs of this user find and use this app: a local socket and a file that names it. Never rejects: an app
 * without this door is whole. The first of several apps on one home keeps it.
 */
export async function announce(dispatcher: Dispatcher, options: AnnounceOptions): Promise<Withdraw> {
  const none: Withdraw = async () => {};
  const lost = (why: string) => options.log(`The command line cannot find this app: ${why}`);
  try {
    if (!ensureOwnFolder(options.run)) {
      lost(`${options.run} belongs to somebody else, or others may change it.`);
      return none;
    }
    const socket = localSocketPath(options.run, process.platform);
    const server = await listenLocally(socket);
    if (server) return open(dispatcher, server, socket, options);
    lost("another Isoscope of this user runs already, and is the one that is found.");
  } catch (thrown) {
    lost(summarise(toIsoscopeError(thrown)));
  }
  return none;
}

function open(dispatcher: Dispatcher, server: Server, socket: string, options: AnnounceOptions): Withdraw {
  const { run, version, token, url } = options;
  const instance: Instance = { pid: process.pid, version, socket, token, url };
  const clients = upgradeHandler({
    admit: (request) => admitProgram(request, token, null),
    dispatcher,
    clock: systemClock,
  });
  server.on("upgrade", clients.upgrade);
  try {
    writeInstance(run, instance);
  } catch (thrown) {
    server.close();
    throw thrown;
  }
  return async () => {
    removeInstance(run, instance);
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    await clients.close();
    server.closeAllConnections();
    await stopped;
  };
}

/** The app with that door, which ends first when the app is closed. */
export async function announced(
  app: ComposedApp,
  options: Omit<AnnounceOptions, "token" | "url">,
): Promise<ComposedApp> {
  const withdraw = await announce(app.dispatcher, { ...options, token: newSecret(), url: null });
  return {
    dispatcher: app.dispatcher,
    close: async () => {
      await withdraw();
      await app.close();
    },
  };
}
