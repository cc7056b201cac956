import { useMutation, useMutationState } from "@tanstack/react-query";
import type { Action } from "../../../electron/contract/engine.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost } from "../../engine/host-context.tsx";
import { actionFailed } from "../../strings/containers.ts";
import { addNotice } from "../../ui-state/notices.ts";

export interface ControlRequest {
  readonly key: string;
  readonly name: string;
  readonly action: Action;
}

const CONTROL_KEY = ["control"];

/** Asks the engine for an action. The row changes when the engine says so, never before. */
export function useControl(): (request: ControlRequest) => void {
  const { client } = useHost();
  const { mutate } = useMutation({
    mutationKey: CONTROL_KEY,
    mutationFn: ({ key, action }: ControlRequest) => client.call("containers.control", { key, action }),
    onError: (thrown, { key, name, action }) =>
      addNotice({ id: `control ${key}`, title: actionFailed(action, name), error: toIsoscopeError(thrown) }),
  });
  return mutate;
}

/** What is asked for and not yet answered, by container. */
export function usePendingActions(): ReadonlyMap<string, Action> {
  const requests = useMutationState<ControlRequest | undefined>({
    filters: { mutationKey: CONTROL_KEY, status: "pending" },
    select: (mutation) => mutation.state.variables as ControlRequest | undefined,
  });
  return new Map(requests.flatMap((request) => (request ? [[request.key, request.action]] : [])));
}
