import { useRef, useState } from "react";
import { logStrings } from "../../strings/logs.ts";
import { StreamFind } from "../../ui/stream-find.tsx";
import { usePreferences } from "../../ui-state/preferences.ts";
import type { TabProps } from "../details/tab.ts";
import { LogBody } from "./log-body.tsx";
import type { LogFeed } from "./log-feed.ts";
import { LogNotices, LogStatus } from "./log-state.tsx";
import { LogTools } from "./log-tools.tsx";
import { useFeedVersion, useLogFeed } from "./use-log-feed.ts";
import { useLogFind } from "./use-log-find.ts";
import { useLogOutput } from "./use-log-output.ts";
import "../../ui/stream.css";
import "./logs.css";

/** A container's log: follow, find, times, wrap, copy, save. */
export function LogsTab({ container }: TabProps) {
  const feed = useLogFeed(container.key, container.startedAt);
  return feed && <LogView key={container.key} feed={feed} name={container.name} />;
}

function LogView({ feed, name }: { readonly feed: LogFeed; readonly name: string }) {
  const version = useFeedVersion(feed);
  const wrap = usePreferences((preferences) => preferences.logWrap);
  const times = usePreferences((preferences) => preferences.logTimes);
  const [follow, setFollow] = useState(true);
  const seen = useRef(0);
  const onFollow = (next: boolean) => {
    if (follow && !next) seen.current = feed.store.end;
    setFollow(next);
  };
  const find = useLogFind(feed, version);
  const output = useLogOutput(feed, name, times);
  const { search } = find;
  const empty = feed.store.end === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes Ctrl+F for the log while the focus is in it
    <div className="stream" onKeyDown={find.onKey}>
      <LogTools {...{ follow, onFollow, wrap, times, ...output }} />
      <StreamFind
        label={logStrings.find}
        field={find.field}
        query={find.query}
        onQuery={find.setQuery}
        at={find.current === null ? null : search.indexOf(find.current)}
        count={search.count}
        searching={!search.done}
        onStep={find.step}
      />
      <p className="stream-result" role="status">
        {output.result}
      </p>
      <LogNotices feed={feed} />
      {empty && <p className="stream-empty">{emptyWord(feed)}</p>}
      <LogBody
        {...{ name, feed, version, wrap, times, follow, onFollow }}
        pattern={search.pattern}
        current={find.current}
        reveal={find.reveal}
      />
      <LogStatus feed={feed} follow={follow} seen={seen.current} onEnd={() => setFollow(true)} />
    </div>
  );
}

function emptyWord({ state, received }: LogFeed): string {
  if (state.kind === "ended") return logStrings.emptyEnded;
  return received ? logStrings.empty : "";
}
