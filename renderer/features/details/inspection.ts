import { useQuery } from "@tanstack/react-query";
import type { Container } from "../../../electron/contract/container.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost } from "../../engine/host-context.tsx";

export interface Inspection {
  /** Undefined until it has been read. */
  readonly document: Readonly<Record<string, unknown>> | undefined;
  readonly error: IsoscopeError | null;
  readonly readAgain: () => void;
}

/**
 * The engine's own description of a container, read again when its state changes. Revealed values of environment
 * variables are forgotten as soon as nobody shows them.
 */
export function useInspection(container: Container, reveal: boolean): Inspection {
  const { client } = useHost();
  const { key, state, startedAt } = container;
  const query = useQuery({
    queryKey: ["containers.inspect", key, reveal, state, startedAt],
    queryFn: async ({ signal }) =>
      (await client.call("containers.inspect", { key, reveal }, { signal })).document,
    gcTime: reveal ? 0 : 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return {
    document: query.data,
    error: query.error ? toIsoscopeError(query.error) : null,
    readAgain: () => void query.refetch(),
  };
}
