import type { IsoscopeError } from "../../contract/errors.ts";
import { showEndpoint } from "./endpoint.ts";
import type { WireOrigin } from "./wire-errors.ts";

const IN_USE = "Every instance of it is in use.";
const CLOSED = "The daemon closed it.";

/** What Node's codes mean for a named pipe (libuv `src/win/pipe.c`); it waits for a busy one until our own limit. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is none: the daemon does not run.",
  EBUSY: IN_USE,
  ETIMEDOUT: IN_USE,
  EPIPE: CLOSED,
  ECONNRESET: CLOSED,
};

/** A failed connection to a named pipe, with Windows' words and the next step. */
export function pipeFailure(code: string, origin: WireOrigin, detail: string): IsoscopeError {
  const pipe = `the named pipe ${showEndpoint(origin.endpoint)}`;
  if (code === "EACCES" || code === "EPERM") {
    return {
      code: "denied",
      reason: `This user may not use ${pipe}.`,
      fix: "Start Isoscope as administrator, or join the group that daemon.json names (Docker Desktop: docker-users) and sign in again.",
      detail,
    };
  }
  const why = REASONS[code] ?? "The connection broke.";
  return {
    code: "unavailable",
    engine: origin.title,
    reason: `${pipe[0]?.toUpperCase()}${pipe.slice(1)} does not answer. ${why}`,
    fix: fixFor(why, origin),
    detail,
  };
}

function fixFor(why: string, { endpoint }: WireOrigin): string {
  if (why === IN_USE) return "Close other programs that talk to the daemon, or restart it.";
  return showEndpoint(endpoint).includes("podman")
    ? "Start the podman machine (podman machine start); Isoscope connects again by itself."
    : "Start the service docker (Start-Service docker) or Docker Desktop; Isoscope connects again by itself.";
}
