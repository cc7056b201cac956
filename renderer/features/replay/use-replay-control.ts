import { useCallback } from "react";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import type { Sent } from "../../../electron/contract/define.ts";
import { useHost } from "../../engine/host-context.tsx";

export type ReplayOrder = Sent<IsoscopeContract, "session.control">;

/** Steers the recording that is shown. Refused only when it has just been closed; then there is nothing to steer. */
export function useReplayControl(): (order: ReplayOrder) => Promise<void> {
  const { client } = useHost();
  return useCallback(
    (order) =>
      client.call("session.control", order).then(
        () => {},
        () => {},
      ),
    [client],
  );
}
