import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Comparison } from "../../../electron/contract/compare.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { comparisonsResource } from "../../engine/resources.ts";
import type { RunCount } from "../../ui-state/compare-form.ts";

export interface CompareRequest {
  readonly image: string;
  readonly command: string[];
  readonly runs: RunCount;
  readonly keep: boolean;
}

export interface Comparing {
  /** The newest comparison there is, whoever began it; null before the first. */
  readonly comparison: Comparison | null;
  /** When it was heard of last, ms since the Unix epoch on this page's clock. */
  readonly receivedAt: number;
  readonly loaded: boolean;
  readonly running: boolean;
  /** Why the last start or stop was refused. */
  readonly error: IsoscopeError | null;
  start(request: CompareRequest): void;
  stop(): void;
}

export function useCompare(): Comparing {
  const { client } = useHost();
  const { rows, loaded, receivedAt } = useLive(comparisonsResource);
  const [error, setError] = useState<IsoscopeError | null>(null);
  const onError = (thrown: unknown) => setError(toIsoscopeError(thrown));
  const start = useMutation({
    mutationFn: (request: CompareRequest) => client.call("compare.start", request),
    onMutate: () => setError(null),
    onError,
  });
  const stop = useMutation({
    mutationFn: (comparison: string) => client.call("compare.stop", { comparison }),
    onError,
  });
  const comparison = [...rows.values()].reduce<Comparison | null>(newer, null);
  return {
    ...{ comparison, receivedAt, loaded, error },
    running: start.isPending || (comparison !== null && comparison.endedAt === null),
    start: start.mutate,
    stop: () => comparison && stop.mutate(comparison.id),
  };
}

const newer = (a: Comparison | null, b: Comparison): Comparison => (a && a.startedAt > b.startedAt ? a : b);
