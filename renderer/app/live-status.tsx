import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import type { ReactNode } from "react";
import { formatTime, plural } from "../../electron/model/format.ts";
import { useConnection, useLiveSelect } from "../engine/host-context.tsx";
import { censusResource, settingsResource } from "../engine/resources.ts";
import { useBuiltIn, useReplaying } from "../engine/use-session.ts";
import { replayStrings } from "../strings/replay.ts";
import { shellStrings } from "../strings/shell.ts";

interface LiveStatusProps {
  /** How the screen is kept current, where not by samples. */
  readonly how?: string;
  readonly children?: ReactNode;
}

/** "Live, every 1 s." with what the screen adds, or that it is recorded, or that nothing comes in. Silent for screen readers. */
export function LiveStatus({ how, children }: LiveStatusProps) {
  const connected = useConnection().state === "connected";
  const replaying = useReplaying();
  const built = useBuiltIn();
  const every = useLiveSelect(settingsResource, ({ rows }) => rows.get("app")?.refreshMs ?? null);
  if (connected && replaying) {
    return (
      <>
        <HistoryRegular />
        {built ? replayStrings.built : replayStrings.recorded} {!built && children}
      </>
    );
  }
  const live = every ? shellStrings.liveEvery(every) : shellStrings.live;
  return (
    <>
      {connected ? <ArrowSyncRegular /> : <PauseRegular />}
      {connected ? (how ?? live) : shellStrings.paused} {children}
    </>
  );
}

/** When the host's process table was last read. Nothing of a session made of figures, which has no time of its own. */
export function UpdatedAt() {
  const built = useBuiltIn();
  const replaying = useReplaying();
  const at = useLiveSelect(censusResource, ({ rows }) => {
    const sampledAt = rows.get("host")?.sampledAt;
    return sampledAt === undefined ? null : Math.floor(sampledAt / 1000);
  });
  if (built) return null;
  if (at && replaying) return replayStrings.shownAt(formatTime(at * 1000));
  return at ? shellStrings.updated(formatTime(at * 1000)) : null;
}

export function HostSees() {
  const count = useLiveSelect(censusResource, ({ rows }) => rows.get("host")?.processes ?? null);
  return count === undefined || count === null ? null : (
    <span>{shellStrings.hostSees(plural(count, "process", "processes"))}</span>
  );
}
