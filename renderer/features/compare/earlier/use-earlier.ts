import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Comparison } from "../../../../electron/contract/compare.ts";
import type { CostRecord } from "../../../../electron/contract/cost.ts";
import type { IsoscopeError } from "../../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../../electron/contract/failure.ts";
import { useHost, useLive } from "../../../engine/host-context.tsx";
import { costsResource } from "../../../engine/resources.ts";

export interface Earlier {
  /** What was measured before, newest first. */
  readonly records: readonly CostRecord[];
  /** The one of them that is looked at; null for the last one there is. */
  readonly opened: Comparison | null;
  /** Why the last opening or removing was refused. */
  readonly error: IsoscopeError | null;
  open(id: string): void;
  close(): void;
  remove(id: string): void;
}

export function useEarlier(): Earlier {
  const { client } = useHost();
  const { rows } = useLive(costsResource);
  const [opened, setOpened] = useState<Comparison | null>(null);
  const [error, setError] = useState<IsoscopeError | null>(null);
  const watched = {
    onMutate: () => setError(null),
    onError: (thrown: unknown) => setError(toIsoscopeError(thrown)),
  };
  const open = useMutation({
    mutationFn: (id: string) => client.call("cost.open", { id }),
    onSuccess: setOpened,
    ...watched,
  });
  const remove = useMutation({
    mutationFn: (id: string) => client.call("cost.remove", { id }),
    onSuccess: (_done, id) => setOpened((now) => (now?.id === id ? null : now)),
    ...watched,
  });
  const records = useMemo(() => [...rows.values()].sort((a, b) => b.at - a.at), [rows]);
  const close = () => setOpened(null);
  return { records, opened, error, open: open.mutate, close, remove: remove.mutate };
}
