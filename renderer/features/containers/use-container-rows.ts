import { useMemo } from "react";
import { useConnection, useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource } from "../../engine/resources.ts";
import { usageResource } from "../../engine/usage-track.ts";
import { errorText } from "../../strings/errors.ts";
import { type Notice, useNotices } from "../../ui-state/notices.ts";
import { type ContainerRow, toRows } from "./container-row.ts";
import { noticeId, usePendingActions } from "./control.ts";

export interface ContainerRows {
  readonly loaded: boolean;
  readonly rows: readonly ContainerRow[];
}

/** Every container, with what is sampled and asked of it. */
export function useContainerRows(): ContainerRows {
  const { rows: containers, loaded } = useLive(containersResource);
  const { rows: engines } = useLive(enginesResource);
  const { rows: usage } = useLive(usageResource);
  const connected = useConnection().state === "connected";
  const pending = usePendingActions();
  const notices = useNotices((all) => all.list);
  return {
    loaded,
    rows: useMemo(
      () =>
        toRows({
          containers: containers.values(),
          engines,
          usage,
          pending,
          troubles: troublesOf(notices),
          lost: connected ? null : "Isoscope is not connected.",
        }),
      [containers, engines, usage, pending, notices, connected],
    ),
  };
}

/** Failed actions by their container. */
function troublesOf(notices: readonly Notice[]): ReadonlyMap<string, string> {
  return new Map(
    notices.flatMap(({ id, title, error }) =>
      id.startsWith(noticeId(""))
        ? [[id.slice(noticeId("").length), `${title} ${errorText(error).cause}`]]
        : [],
    ),
  );
}
