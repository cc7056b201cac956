import { type IsoscopeError, IsoscopeFailure, toIsoscopeError } from "../contract/errors.ts";

export const fail = (error: IsoscopeError): IsoscopeFailure => new IsoscopeFailure(error);

/** Throws `cancelled` when the signal has fired. */
export function checkAbort(signal: AbortSignal, op: string): void {
  if (signal.aborted) throw fail({ code: "cancelled", op });
}

/** Runs work at a public edge: whatever is thrown comes out as an `IsoscopeFailure`. */
export async function typedEdge<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof IsoscopeFailure ? thrown : new IsoscopeFailure(toIsoscopeError(thrown));
  }
}
