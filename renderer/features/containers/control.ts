import { type QueryClient, useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import type { Action } from "../../../electron/contract/engine.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost } from "../../engine/host-context.tsx";
import { liveOptions } from "../../engine/live-resource.ts";
import { enginesResource } from "../../engine/resources.ts";
import { actionFailed, containersStrings, doneText } from "../../strings/containers.ts";
import { addNotice, dismiss } from "../../ui-state/notices.ts";
import { showToast } from "../../ui-state/toasts.ts";

export interface ControlRequest {
  /** `engine/id`. */
  readonly key: string;
  readonly name: string;
  readonly action: Action;
}

const CONTROL_KEY = ["control"];

/** What takes an action back. Killing, restarting and removing cannot be undone. */
const INVERSE: Readonly<Partial<Record<Action, Action>>> = { stop: "start", pause: "unpause" };

/** Where a failed action is told. */
export const noticeId = (key: string) => `control ${key}`;

/**
 * Asks the engines for actions, one or many at once. A row changes when its engine says so, never before. What can be
 * taken back is offered to be, for all of them together.
 */
export function useControl(): (...requests: readonly ControlRequest[]) => void {
  const { client } = useHost();
  const cache = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationKey: CONTROL_KEY,
    mutationFn: ({ key, action }: ControlRequest) => client.call("containers.control", { key, action }),
    onMutate: ({ key }) => dismiss(noticeId(key)),
    onError: (thrown, { key, name, action }) =>
      addNotice({
        id: noticeId(key),
        title: actionFailed(action, name),
        error: toIsoscopeError(thrown),
      }),
  });
  const ask = (requests: readonly ControlRequest[]) =>
    Promise.all(
      requests.map((request) =>
        mutateAsync(request).then(
          () => [request],
          // Told by `onError`.
          () => [],
        ),
      ),
    );
  return (...requests) => {
    void ask(requests).then((done) => offerUndo(cache, done.flat(), (undo) => void ask(undo)));
  };
}

function offerUndo(
  cache: QueryClient,
  done: readonly ControlRequest[],
  run: (requests: readonly ControlRequest[]) => void,
): void {
  const undo = done.flatMap((request) => inverseOf(cache, request) ?? []);
  const [first] = undo;
  if (!first) return;
  showToast({
    id: "undo",
    title: doneText(
      done[0]?.action ?? first.action,
      undo.map(({ name }) => name),
    ),
    action: { label: containersStrings.undo, run: () => run(undo) },
  });
}

/** Null where the engine cannot take it back, e.g. start again what it has stopped. */
function inverseOf(cache: QueryClient, { key, name, action }: ControlRequest): ControlRequest | null {
  const inverse = INVERSE[action];
  const engines = cache.getQueryData(liveOptions(enginesResource).queryKey);
  const engine = engines?.rows.get(key.slice(0, key.indexOf("/")));
  if (!inverse || !engine?.capabilities.actions[inverse].can) return null;
  return { key, name, action: inverse };
}

/** What is asked for and not yet answered, by container. */
export function usePendingActions(): ReadonlyMap<string, Action> {
  const requests = useMutationState<ControlRequest | undefined>({
    filters: { mutationKey: CONTROL_KEY, status: "pending" },
    select: (mutation) => mutation.state.variables as ControlRequest | undefined,
  });
  return new Map(requests.flatMap((request) => (request ? [[request.key, request.action]] : [])));
}
