import { readFileSync } from "node:fs";
import { Client } from "../../../contract/client.ts";
import type { IsoscopeContract } from "../../../contract/contract.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { memoryLink } from "../../../contract/memory-link.ts";
import type { ComposedApp } from "../../composed-app.ts";
import { Instance, readInstance } from "../../local/instance-file.ts";
import { isOwnFolder } from "../../local/own-folder.ts";
import { notUnderstood } from "../options.ts";
import type { OpenSession } from "./host-session.ts";
import { type Door, openSocket } from "./open-socket.ts";
import { socketClientLink } from "./socket-client-link.ts";

export interface SessionWish {
  /** The address of another host; without it this user's own is meant. */
  readonly host: string | undefined;
  readonly tokenFile: string | undefined;
  /** Whether one may be put together where none runs. */
  readonly start: boolean;
}

export interface SessionDeps {
  /** The folder of this user's run: see `Paths`. */
  readonly run: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly compose: () => Promise<ComposedApp>;
  readonly log: (line: string) => void;
}

/**
 * Opens what a verb speaks to: the host that is asked for, else this user's app that runs, else one put together in this
 * process. Rejects with `unavailable` or `denied` when the one asked for is not to be had.
 */
export async function openSession(wish: SessionWish, deps: SessionDeps): Promise<OpenSession> {
  if (wish.host !== undefined) return connectTo({ url: socketUrl(wish.host), token: tokenOf(wish, deps) });
  const instance = isOwnFolder(deps.run) ? readInstance(deps.run) : null;
  const running = instance && (await connectToRunning(instance, deps));
  if (running) return running;
  if (wish.start) return composeOwn(deps);
  throw new IsoscopeFailure({
    code: "unavailable",
    engine: "Isoscope",
    reason: "None of this user runs.",
    fix: "Start it with: isoscope serve",
  });
}

async function connectTo(door: Door): Promise<OpenSession> {
  const link = socketClientLink(await openSocket(door));
  const client = new Client<IsoscopeContract>(link);
  return { client, own: false, close: async () => client.close() };
}

/** Null when nobody is behind the file any more: a crash leaves it. */
async function connectToRunning(
  { socket, token, version }: Instance,
  deps: SessionDeps,
): Promise<OpenSession | null> {
  try {
    const session = await connectTo({ url: "ws://isoscope.local", token, path: socket });
    if (version !== deps.version) {
      deps.log(`The Isoscope that runs is version ${version}, this is ${deps.version}.`);
    }
    return session;
  } catch (thrown) {
    if (thrown instanceof IsoscopeFailure && thrown.error.code === "unavailable") return null;
    throw thrown;
  }
}

const composeOwn = async ({ compose }: SessionDeps): Promise<OpenSession> => ownSession(await compose());

/** A session with an app of this process alone, which ends with it. */
export function ownSession(app: ComposedApp): OpenSession {
  const client = new Client<IsoscopeContract>(memoryLink(app.dispatcher));
  return {
    client,
    own: true,
    close: async () => {
      client.close();
      await app.close();
    },
  };
}

/** `http://127.0.0.1:47800`, as `serve` prints it; the link's own token is not for programs and is left out. */
function socketUrl(host: string): string {
  const url = URL.canParse(host) ? new URL(host) : null;
  if (url?.protocol === "http:") return `ws://${url.host}`;
  throw notUnderstood("an address like http://127.0.0.1:47800", "--host");
}

function tokenOf({ tokenFile }: SessionWish, { env }: SessionDeps): string {
  const token = tokenFile === undefined ? env.ISOSCOPE_TOKEN : readToken(tokenFile);
  if (token) return token;
  throw notUnderstood("needs a token: set ISOSCOPE_TOKEN, or name its file with --token-file.", "--host");
}

/** The token alone, or the instance file that holds it. */
function readToken(path: string): string {
  try {
    const text = readFileSync(path, "utf8").trim();
    return text.startsWith("{") ? Instance.parse(JSON.parse(text)).token : text;
  } catch (cause) {
    throw new IsoscopeFailure({ code: "not-found", what: "file with a token", name: path }, { cause });
  }
}
