import type { IsoscopeError } from "./errors.ts";

/**
 * The throwable form of {@link IsoscopeError}; both ends of a transport throw and catch this. It lives apart from the
 * schemas so that the renderer's bundle does not carry zod.
 */
export class IsoscopeFailure extends Error {
  readonly error: IsoscopeError;

  constructor(error: IsoscopeError, options?: ErrorOptions) {
    super(summarise(error), options);
    this.name = "IsoscopeFailure";
    this.error = error;
  }
}

/** One plain line for logs and for the command line's stderr; screens have richer words of their own. */
export function summarise(error: IsoscopeError): string {
  switch (error.code) {
    case "invalid":
      return error.field === "" ? error.message : `${error.field}: ${error.message}`;
    case "not-found":
      return `No such ${error.what}: ${error.name}`;
    case "conflict":
    case "internal":
      return error.message;
    case "unsupported":
    case "denied":
    case "start-failed":
    case "disconnected":
      return error.reason;
    case "unavailable":
      return `${error.engine} is not answering. ${error.reason}`;
    case "image-missing":
      return `No such image: ${error.ref}`;
    case "os-mismatch":
      return `Image OS ${error.image} does not fit host OS ${error.host}`;
    case "worker-died":
      return `The worker process ${error.worker}, PID ${error.pid}, ended: ${error.signal ?? `exit code ${error.exitCode ?? "unknown"}`}`;
    case "timeout":
      return `${error.op} took longer than ${error.ms} ms`;
    case "cancelled":
      return `${error.op} was cancelled`;
    case "hresult":
      return `${error.op} failed with 0x${(error.hresult >>> 0).toString(16).padStart(8, "0")}: ${error.meaning}`;
    case "http":
      return `${error.op} failed with HTTP ${error.status}: ${error.message}`;
  }
}

/** Any thrown value as contract data; what is not an {@link IsoscopeFailure} becomes `internal`. */
export function toIsoscopeError(thrown: unknown): IsoscopeError {
  if (thrown instanceof IsoscopeFailure) return thrown.error;
  if (thrown instanceof Error) {
    return { code: "internal", message: thrown.message, ...(thrown.stack ? { detail: thrown.stack } : {}) };
  }
  return { code: "internal", message: String(thrown) };
}
