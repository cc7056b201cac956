import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import { type DockerEndpoint, isNamedPipe, showEndpoint } from "./endpoint.ts";
import { pipeFailure } from "./pipe-failure.ts";

/** Whose call it was, for the words of an error. */
export interface WireOrigin {
  /** Shown name of the engine. */
  readonly title: string;
  readonly endpoint: DockerEndpoint;
  /** Told of each request, streams included. */
  readonly meter?: RequestMeter;
}

const codeOf = (thrown: Error): string =>
  "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";

/**
 * A failed connection as contract data. What Node reports for it is in `detail`.
 * @param signal when the caller has given up, that is the reason: a torn stream does not say so itself.
 */
export function connectionError(
  thrown: unknown,
  op: string,
  origin: WireOrigin,
  signal?: AbortSignal,
): IsoscopeFailure {
  if (signal?.aborted) return new IsoscopeFailure({ code: "cancelled", op }, { cause: thrown });
  if (thrown instanceof IsoscopeFailure) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (cause.name === "AbortError") return new IsoscopeFailure({ code: "cancelled", op });
  const code = codeOf(cause);
  const detail = `${op}: ${cause.message}`;
  return new IsoscopeFailure(failureAt(code, origin, detail), { cause });
}

function failureAt(code: string, origin: WireOrigin, detail: string): IsoscopeError {
  if (isNamedPipe(origin.endpoint)) return pipeFailure(code, origin, detail);
  const isDenied = code === "EACCES" || code === "EPERM";
  return isDenied ? denied(origin, detail) : unavailable(code, origin, detail);
}

/**
 * True for the ways a named pipe ends under a reader: the daemon may let go of it before all was read, which Node reports
 * as an error. On a socket the same is a loss.
 */
export function isTornPipe(thrown: unknown, { endpoint }: WireOrigin): boolean {
  return isNamedPipe(endpoint) && thrown instanceof Error && /^(EPIPE|ECONNRESET)$/.test(codeOf(thrown));
}

function denied({ endpoint }: WireOrigin, detail: string): IsoscopeError {
  return {
    code: "denied",
    reason: `This user may not use ${showEndpoint(endpoint)}.`,
    fix: "Join the group that owns the socket (usually docker) and sign in again, or start Isoscope as root.",
    detail,
  };
}

function unavailable(code: string, { title, endpoint }: WireOrigin, detail: string): IsoscopeError {
  const address = showEndpoint(endpoint);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `There is no socket at ${address}.`,
    ECONNREFUSED: `Nothing listens at ${address}.`,
    ENOTFOUND: `The host of ${address} is not known.`,
  };
  return {
    code: "unavailable",
    engine: title,
    reason: reasons[code] ?? `The connection to ${address} broke.`,
    fix: "Start the daemon; Isoscope connects again by itself.",
    detail,
  };
}

/** Changes an unexpected HTTP answer into what it means for this operation; `undefined` keeps it as it is. */
export async function explainHttp<T>(
  work: Promise<T>,
  explain: (status: number, message: string) => IsoscopeError | undefined,
): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!(thrown instanceof IsoscopeFailure) || thrown.error.code !== "http") throw thrown;
    const { status, message } = thrown.error;
    const better = explain(status, message);
    throw better
      ? new IsoscopeFailure({ ...better, ...withDetail(better, message) }, { cause: thrown })
      : thrown;
  }
}

const withDetail = (error: IsoscopeError, message: string) =>
  error.code === "cancelled" || error.code === "disconnected" || error.detail ? {} : { detail: message };
