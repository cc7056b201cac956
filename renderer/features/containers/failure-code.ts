import type { IsoscopeError } from "../../../electron/contract/errors.ts";

/** The shortest thing that names a failure: an HRESULT, a signal, an exit code. Its meaning is in the tooltip. */
export function failureCode(error: IsoscopeError): string {
  switch (error.code) {
    case "hresult":
      return `0x${(error.hresult >>> 0).toString(16).padStart(8, "0")}`;
    case "worker-died":
      return error.signal ?? `exit ${error.exitCode ?? "unknown"}`;
    case "start-failed":
      return error.exitCode === null ? "not started" : `exit ${error.exitCode}`;
    case "http":
      return `HTTP ${error.status}`;
    default:
      return error.code;
  }
}
