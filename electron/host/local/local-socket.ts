import { randomBytes } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { IsoscopeFailure } from "../../contract/failure.ts";

/** The most a Unix socket's path may have, bytes; a longer one would be cut without a word. */
const LONGEST = 107;

/**
 * Where programs of this user connect: a Unix socket in the run's own folder, on Windows a pipe nobody can guess. Throws
 * when the folder's path is too long.
 */
export function localSocketPath(run: string, platform: NodeJS.Platform): string {
  if (platform === "win32") return `\\\\.\\pipe\\isoscope-${randomBytes(16).toString("hex")}`;
  const path = join(run, "isoscope.sock");
  if (Buffer.byteLength(path) <= LONGEST) return path;
  throw new IsoscopeFailure({ code: "invalid", field: "", message: `${path} is too long for a socket.` });
}

/**
 * An HTTP server on a local socket that only this user may open. Resolves with null when another process serves it
 * already; a socket that a crash left behind is taken over.
 */
export async function listenLocally(path: string): Promise<Server | null> {
  const first = await listen(path);
  if (first) return first;
  if (await isServed(path)) return null;
  rmSync(path, { force: true });
  return listen(path);
}

/** Null when something has that name. Rejects with what the system says otherwise. */
function listen(path: string): Promise<Server | null> {
  const server = createServer((_request, response) => response.writeHead(404).end());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.removeAllListeners("error");
      if (process.platform !== "win32") chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}
