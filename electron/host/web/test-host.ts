import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import type { Dispatcher } from "../../contract/dispatcher.ts";
import { startWebHost, type WebHost } from "./web-host.ts";

export interface TestHost extends AsyncDisposable {
  readonly host: WebHost;
  get(path: string, options?: GetOptions): Promise<Reply>;
  /** Redeems the token and returns the Cookie header of the session. */
  signIn(): Promise<string>;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface GetOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A host on a free port over a small bundle of its own, for tests with real clients. */
export async function testHost(
  dispatcher: Dispatcher,
  options: { readonly programToken?: string } = {},
): Promise<TestHost> {
  const folder = await mkdtemp(path.join(tmpdir(), "isoscope-web-"));
  const rendererDir = path.join(folder, "renderer");
  await mkdir(path.join(rendererDir, "assets"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), "outside");
  await writeFile(path.join(rendererDir, "index.html"), "<!doctype html><title>Isoscope</title>");
  await writeFile(path.join(rendererDir, "assets", "main-1a2b.js"), "export {};");
  const host = await startWebHost(dispatcher, { ...options, port: 0, rendererDir });
  const get = (target: string, options: GetOptions = {}) => ask(host.port, target, options);
  return {
    host,
    get,
    signIn: async () => {
      const { headers } = await get(`/?token=${host.token}`);
      return (headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
    },
    [Symbol.asyncDispose]: async () => {
      await host.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** By `node:http`, which sends a path exactly as given and lets Host and Origin be forged. */
function ask(port: number, target: string, { method = "GET", headers = {} }: GetOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path: target, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Resolves with the open socket, or with the HTTP status that turned it away. */
export function openSocket(
  { host }: TestHost,
  headers: Readonly<Record<string, string>>,
  target = "/socket",
): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${target}`, { headers });
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on("error", () => {});
  });
}
