import { useMemo } from "react";
import { useSessionActions } from "../recording/session-actions.tsx";
import type { PaletteEntry } from "./entry.ts";

/** Recordings: making one, opening one, leaving one. */
export function useSessionCommands(): readonly PaletteEntry[] {
  const actions = useSessionActions();
  const which = actions.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: actions of the same ids do the same
  return useMemo(
    () =>
      actions.map((action): PaletteEntry => ({ ...action, id: `session ${action.id}`, group: "actions" })),
    [which],
  );
}
