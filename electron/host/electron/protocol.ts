import { IsoscopeFailure } from "../../contract/failure.ts";
import { readAsset } from "../assets/read-asset.ts";
import { SECURITY_HEADERS } from "../assets/security-headers.ts";
import { APP_SCHEME, isAppUrl } from "./app-origin.ts";
import type { ProtocolSurface, SchemeRequest } from "./surface.ts";

/** Makes the scheme an origin of its own. Only works before the app is ready. */
export function declareScheme(protocol: ProtocolSurface): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer's bundle, and nothing else of the disk, under the app's scheme. */
export function serveScheme(protocol: ProtocolSurface, rendererDir: string): void {
  protocol.handle(APP_SCHEME, (request) => respond(request, rendererDir));
}

async function respond(request: SchemeRequest, rendererDir: string): Promise<Response> {
  if (request.method !== "GET") return refuse(405);
  if (!isAppUrl(request.url)) return refuse(403);
  const asset = await readAsset(rendererDir, rawPath(request.url));
  return asset ? new Response(new Uint8Array(asset.body), { headers: asset.headers }) : refuse(404);
}

/** The path as it was asked for, before the URL class resolves dot segments in it. */
function rawPath(url: string): string {
  const match = /^[a-z]+:\/\/[^/?#]*([^?#]*)/.exec(url);
  if (!match) throw new IsoscopeFailure({ code: "invalid", field: "url", message: "not a URL of this app" });
  return match[1] || "/";
}

const refuse = (status: number) => new Response(null, { status, headers: SECURITY_HEADERS });
