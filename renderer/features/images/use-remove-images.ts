import { useMutation, useMutationState } from "@tanstack/react-query";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost } from "../../engine/host-context.tsx";
import { notRemoved, removed } from "../../strings/images.ts";
import { addNotice } from "../../ui-state/notices.ts";
import { showToast } from "../../ui-state/toasts.ts";
import { isOnImages } from "./uploads.ts";

interface Removal {
  readonly key: string;
  readonly name: string;
}

const REMOVE_KEY = ["images.remove"];

/** Asks the engine to remove an image. The row goes when the engine says so. */
export function useRemoveImage(): (removal: Removal) => void {
  const { client } = useHost();
  const { mutate } = useMutation({
    mutationKey: REMOVE_KEY,
    mutationFn: ({ key }: Removal) => client.call("images.remove", { key }),
    onSuccess: (_reply, { key, name }) => {
      if (!isOnImages()) showToast({ id: `remove ${key}`, title: removed(name) });
    },
    onError: (thrown, { key, name }) =>
      addNotice({ id: `remove ${key}`, title: notRemoved(name), error: toIsoscopeError(thrown) }),
  });
  return mutate;
}

/** Keys of the images that are asked to go and not gone. */
export function usePendingRemovals(): ReadonlySet<string> {
  const keys = useMutationState({
    filters: { mutationKey: REMOVE_KEY, status: "pending" },
    select: ({ state }) => keyIn(state.variables),
  });
  return new Set(keys);
}

function keyIn(variables: unknown): string {
  return typeof variables === "object" && variables !== null && "key" in variables
    ? String(variables.key)
    : "";
}
