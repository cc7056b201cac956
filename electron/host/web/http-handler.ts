import type { IncomingMessage, ServerResponse } from "node:http";
import { toIsoscopeError } from "../../contract/failure.ts";
import { readAsset } from "../assets/read-asset.ts";
import { SECURITY_HEADERS } from "../assets/security-headers.ts";
import { type Answer, denied, refuse } from "./answer.ts";
import { guardRequest } from "./request-guard.ts";
import type { Session } from "./session.ts";

export interface HttpHandlerOptions {
  readonly hosts: ReadonlySet<string>;
  readonly session: Session;
  readonly rendererDir: string;
}

const ASK_AGAIN = "Start Isoscope again and open the URL that it prints.";

/** Serves the renderer's bundle to whoever holds the session, and the exchange of the token for it. */
export function httpHandler(options: HttpHandlerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answer(options, request).catch((thrown: unknown) =>
      refuse({ status: 500, error: toIsoscopeError(thrown) }, request.headers.accept),
    );
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

async function answer(options: HttpHandlerOptions, request: IncomingMessage): Promise<Answer> {
  const { accept, cookie } = request.headers;
  const refusal = guardRequest(request, options.hosts);
  if (refusal) return refuse(refusal, accept);
  const { path, token } = readTarget(request.url ?? "/");
  const known = options.session.admits(cookie);
  if (token !== null && request.method === "GET") return exchange(options.session, known, token, accept);
  if (!known) return refuse(denied(401, "This browser has no session with Isoscope.", ASK_AGAIN), accept);
  const asset = await readAsset(options.rendererDir, path);
  if (asset) return { status: 200, ...asset };
  const error = { code: "not-found", what: "page", name: path.slice(0, 200) } as const;
  return refuse({ status: 404, error }, accept);
}

/** Split by hand: the URL class would resolve dot segments before they can be refused. */
function readTarget(target: string): { readonly path: string; readonly token: string | null } {
  const [path = "/", ...query] = target.split("?");
  const takesToken = path === "/" || path === "/session";
  return { path, token: takesToken ? new URLSearchParams(query.join("?")).get("token") : null };
}

/** Only by GET: a program that looks a link over with HEAD must not spend its token. A browser that already has the session may open the printed URL again; for anyone else the token works once. */
function exchange(session: Session, known: boolean, token: string, accept: string | undefined): Answer {
  const fresh = !known && session.redeem(token);
  if (!known && !fresh) {
    return refuse(denied(401, "This link was used already or is not from this run.", ASK_AGAIN), accept);
  }
  const cookie: Record<string, string> = fresh ? { "set-cookie": session.setCookie() } : {};
  const headers = { ...SECURITY_HEADERS, location: "/", "cache-control": "no-store", ...cookie };
  return { status: 303, headers, body: "" };
}
