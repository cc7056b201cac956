import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../../app/keys.ts";
import { HostSees, LiveStatus, UpdatedAt } from "../../app/live-status.tsx";
import { replaceRoute } from "../../app/router.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { wordsOf } from "../../app/words.ts";
import { useConnection, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource } from "../../engine/resources.ts";
import { hostStrings, matching, ownedText, processCount } from "../../strings/host.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { EngineTrouble } from "../containers/engine-trouble.tsx";
import { LoadingRows } from "../containers/loading-rows.tsx";
import { isLive } from "./host-columns.ts";
import type { HostFilter } from "./host-filter.ts";
import { HostHead } from "./host-head.tsx";
import { HostMap } from "./host-map.tsx";
import { HostTable } from "./host-table.tsx";
import { NoProcess } from "./no-process.tsx";
import { answeredBy, whyUnknown } from "./owner-answer.ts";
import { OwnerBar } from "./owner-bar.tsx";
import { countOwned, countUnreadable } from "./owner-counts.ts";
import { RestrictedNote } from "./restricted-note.tsx";
import { useCollapsed } from "./use-collapsed.ts";
import { useHostItems } from "./use-host-items.ts";
import "./host.css";

interface HostScreenProps {
  /** Key of the container whose rows alone are shown. */
  readonly container: string | null;
  readonly find: string;
}

/** Every process of the host, and whose it is. */
export function HostScreen(props: HostScreenProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const engines = [...useLive(enginesResource).rows.values()];
  const containers = useLive(containersResource).rows;
  const connected = useConnection().state === "connected";
  const { hostLayout: layout, mapFolded } = usePreferences();
  const [filter, setFilter] = useFilter(props);
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState(false);
  const [collapsed, toggle] = useCollapsed(`${filter.container ?? ""}\n${filter.text}`.trim());
  const platform = host?.platform ?? "linux";
  const list = useHostItems({ platform, layout, filter, collapsed, held });
  useKeys({ m: () => setPreferences({ mapFolded: !mapFolded }) });

  const answer = answeredBy(list.items, focused, list.matching !== null);
  const owned = useMemo(() => countOwned(list.owners), [list.owners]);
  const restricted = host?.elevated === false;
  const unreadable = useMemo(
    () => (restricted ? countUnreadable(list.entries) : 0),
    [restricted, list.entries],
  );
  const all = list.entries.length;
  const narrow = useCallback(
    (change: Partial<HostFilter>) => {
      setFocused(null);
      setFilter(change);
    },
    [setFilter],
  );
  const onText = useCallback((text: string) => narrow({ text }), [narrow]);
  const onContainer = useCallback((container: string | null) => narrow({ container }), [narrow]);
  const chosen = filter.container;

  return (
    <ScreenFrame
      title={hostStrings.title}
      statusLeft={
        <LiveStatus>
          <UpdatedAt />
        </LiveStatus>
      }
      statusRight={
        <>
          {held && isLive(list.sort.column) && <span>{hostStrings.orderPaused}</span>}
          {list.matching !== null && <span>{matching(list.matching, all)}</span>}
          <HostSees />
        </>
      }
    >
      <HostHead
        summary={list.loaded ? `${processCount(all)}, ${ownedText(owned)}` : ""}
        container={chosen}
        record={chosen === null ? undefined : containers.get(chosen)}
        text={filter.text}
        onText={onText}
        onContainer={onContainer}
      />
      <div className="bars">
        <EngineTrouble engines={engines} />
        {unreadable > 0 && <RestrictedNote unreadable={unreadable} all={all} />}
      </div>
      {host && !mapFolded && <HostMap host={host} words={words} onTile={onContainer} />}
      <OwnerBar entry={answer} words={words} unknown={whyUnknown(containers.values())} />
      {!list.loaded && <LoadingRows />}
      {list.loaded && list.items.length === 0 && (
        <NoProcess
          container={chosen === null ? undefined : containers.get(chosen)}
          onClear={() => narrow({ container: null, text: "" })}
        />
      )}
      {list.items.length > 0 && (
        <HostTable
          items={list.items}
          tree={layout === "tree"}
          platform={platform}
          words={words}
          sort={list.sort}
          stale={!connected}
          currentKey={answer?.key ?? null}
          focusedKey={focused}
          onFocusKey={setFocused}
          onToggle={toggle}
          onFilter={onContainer}
          sortedAt={list.sortedAt}
          onHold={setHeld}
        />
      )}
    </ScreenFrame>
  );
}

/** The filter that is being typed; the address follows it, and leads it when a link or Back changes it. */
function useFilter({ container, find }: HostScreenProps) {
  const [filter, setFilter] = useState<HostFilter>({ container, text: find });
  useEffect(() => setFilter({ container, text: find }), [container, find]);
  const latest = useRef(filter);
  useEffect(() => {
    latest.current = filter;
  });
  const change = useCallback((part: Partial<HostFilter>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setFilter(next);
    replaceRoute({ screen: "host", container: next.container, find: next.text });
  }, []);
  return [filter, change] as const;
}
