import { IsoscopeFailure } from "../contract/failure.ts";

/** What a reader threw, as contract data: the system call that failed and what the system said. */
export function readerFailure(thrown: unknown): IsoscopeFailure {
  if (thrown instanceof IsoscopeFailure) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new IsoscopeFailure(
    { code: "unavailable", engine: "The host process table", reason },
    { cause: thrown },
  );
}
