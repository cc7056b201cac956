import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import type { ReactNode } from "react";
import { useConnection, useLiveSelect } from "../engine/host-context.tsx";
import { processesResource } from "../engine/resources.ts";
import { formatTime, plural } from "../ui/format.ts";

/** "Live, every 1 s." with what the screen adds, or that nothing comes in. Silent for screen readers. */
export function LiveStatus({ children }: { readonly children?: ReactNode }) {
  const connected = useConnection().state === "connected";
  return (
    <>
      {connected ? <ArrowSyncRegular /> : <PauseRegular />}
      {connected ? "Live, every 1 s." : "Paused."} {children}
    </>
  );
}

/** When the host was last heard of. */
export function UpdatedAt() {
  const at = useLiveSelect(processesResource, (data) =>
    data.loaded ? Math.floor(data.receivedAt / 1000) : null,
  );
  return at ? <>Updated {formatTime(at * 1000)}</> : null;
}

export function HostSees() {
  const count = useLiveSelect(processesResource, (data) => (data.loaded ? data.rows.size : null));
  return count === undefined || count === null ? null : (
    <span>Host sees {plural(count, "process", "processes")}</span>
  );
}
