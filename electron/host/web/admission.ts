import type { IncomingMessage } from "node:http";
import { denied, type Refusal } from "./answer.ts";
import { guardHost, guardSocket } from "./request-guard.ts";
import { sameSecret } from "./secret.ts";
import type { Session } from "./session.ts";

type Head = Pick<IncomingMessage, "headers" | "method">;

/** A client that brings a bearer token is no browser: pages cannot set that header on a socket. */
export const isProgram = ({ headers }: Head): boolean => headers.authorization !== undefined;

interface BrowserDoor {
  readonly hosts: ReadonlySet<string>;
  readonly session: Session;
}

export function admitBrowser(head: Head, { hosts, session }: BrowserDoor): Refusal | null {
  const refusal = guardSocket(head, hosts);
  if (refusal) return refusal;
  return session.admits(head.headers.cookie)
    ? null
    : denied(401, "This client has no session with Isoscope.");
}

/**
 * A program of this user. A page's doing is refused whatever it brings: an Origin is the sign of one.
 * @param hosts the names it may have been called by; null where there is none, on a local socket.
 */
export function admitProgram(
  head: Head,
  token: string | undefined,
  hosts: ReadonlySet<string> | null,
): Refusal | null {
  const refusal = hosts === null ? null : guardHost(head, hosts);
  if (refusal) return refusal;
  if (head.headers.origin !== undefined) return denied(403, "A page may not come as a program.");
  const brought = /^Bearer ([\w-]{1,200})$/.exec(head.headers.authorization ?? "")?.[1];
  if (token !== undefined && brought !== undefined && sameSecret(brought, token)) return null;
  return denied(401, "This token is not from this run of Isoscope.", WHERE_TOKEN);
}

const WHERE_TOKEN = 'It stands in the file instance.json of the run; "isoscope help" says where that is.';
