import type { IncomingMessage } from "node:http";
import { denied, type Refusal } from "./answer.ts";

/** The names this host answers to. A rebound DNS name is none of them. */
export function allowedHosts(port: number): ReadonlySet<string> {
  const names = ["127.0.0.1", "localhost"];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

type Head = Pick<IncomingMessage, "headers" | "method">;

/** Refuses a request that was made to another name than one of this host's. */
export function guardHost({ headers: { host } }: Head, hosts: ReadonlySet<string>): Refusal | null {
  if (host !== undefined && hosts.has(host)) return null;
  return denied(403, "This address is not one Isoscope answers to.", "Open the URL that Isoscope printed.");
}

/** Refuses a request that was not made to this host by this host's own pages, or by no page at all. */
export function guardRequest(head: Head, hosts: ReadonlySet<string>): Refusal | null {
  const refusal = guardHost(head, hosts);
  if (refusal) return refusal;
  const { headers, method } = head;
  const { host } = headers;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return denied(403, "Another site may not talk to Isoscope.");
  }
  if (method !== "GET" && method !== "HEAD") {
    return {
      status: 405,
      allow: "GET, HEAD",
      error: { code: "unsupported", capability: `${method}`, reason: "Only GET and HEAD are served." },
    };
  }
  return null;
}

/** A socket is a page's doing: unlike a plain request it must name its origin. */
export function guardSocket(head: Head, hosts: ReadonlySet<string>): Refusal | null {
  const refusal = guardRequest(head, hosts);
  if (refusal) return refusal;
  return head.headers.origin === undefined ? denied(403, "A socket must name its origin.") : null;
}
