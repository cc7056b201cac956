import { Button } from "@fluentui/react-components";
import { errorText } from "../../strings/errors.ts";
import { logStrings } from "../../strings/logs.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import type { LogFeed } from "./log-feed.ts";
import { LOG_LIMITS } from "./log-store.ts";

/** Trouble with reading it, and what is missing at its beginning. */
export function LogNotices({ feed }: { readonly feed: LogFeed }) {
  const { store, state, tail } = feed;
  const more = tail < LOG_LIMITS.lines && store.end >= tail && feed.received;
  return (
    <>
      {state.kind === "waiting" && (
        <p className="stream-note" role="status">
          {logStrings.waiting}
        </p>
      )}
      {state.kind === "failed" && <Failed feed={feed} error={state.error} />}
      {store.first > 0 && <p className="stream-note">{logStrings.droppedOld(store.first)}</p>}
      {store.first === 0 && more && (
        <p className="stream-note">
          {logStrings.earlier(tail)}{" "}
          <button type="button" className="stream-link" onClick={() => feed.reload(LOG_LIMITS.lines)}>
            {logStrings.loadMore(LOG_LIMITS.lines)}
          </button>
        </p>
      )}
    </>
  );
}

type Failure = Extract<LogFeed["state"], { kind: "failed" }>["error"];

function Failed({ feed, error }: { readonly feed: LogFeed; readonly error: Failure }) {
  const { title, cause, next, raw } = errorText(error);
  return (
    <TroubleBar
      intent="error"
      title={title}
      raw={raw}
      actions={
        <Button size="small" onClick={() => feed.reload()}>
          {logStrings.reconnect}
        </Button>
      }
    >
      {cause} {next}
    </TroubleBar>
  );
}

interface LogStatusProps {
  readonly feed: LogFeed;
  readonly follow: boolean;
  /** Number of the line after the newest when following ended. */
  readonly seen: number;
  readonly onEnd: () => void;
}

/** The line under the log. It changes often, so it is silent for screen readers. */
export function LogStatus({ feed, follow, seen, onEnd }: LogStatusProps) {
  const { store, state } = feed;
  const below = follow ? 0 : store.end - Math.max(seen, store.first);
  return (
    <div className="stream-status">
      <span>{logStrings.lines(store.end - store.first)}</span>
      {store.missing > 0 && <span>{logStrings.missingTotal(store.missing)}</span>}
      <span className="grow ellipsis dim">{stateWord(state.kind, follow)}</span>
      {!follow && (
        <button type="button" className="stream-link" onClick={onEnd}>
          {below > 0 ? `${logStrings.newLines(below)}. ` : ""}
          {logStrings.toEnd}
        </button>
      )}
    </div>
  );
}

function stateWord(kind: LogFeed["state"]["kind"], follow: boolean): string {
  if (kind === "ended") return logStrings.ended;
  if (kind !== "reading") return "";
  return follow ? logStrings.live : logStrings.paused;
}
