import { useEffect, useMemo, useState } from "react";
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
  const owned = useMemo(() => countOwned(list.entries), [list.entries]);
  const unreadable = useMemo(() => countUnreadable(list.entries), [list.entries]);
  const all = list.entries.length;
  const narrow = (change: Partial<typeof filter>) => {
    setFocused(null);
    setFilter({ ...filter, ...change });
  };
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
        container={chosen === null ? null : { key: chosen, record: containers.get(chosen) }}
        text={filter.text}
        onText={(text) => narrow({ text })}
        onContainer={(container) => narrow({ container })}
      />
      <div className="bars">
        <EngineTrouble engines={engines} />
        {host?.elevated === false && unreadable > 0 && <RestrictedNote unreadable={unreadable} all={all} />}
      </div>
      {host && !mapFolded && (
        <HostMap host={host} words={words} onTile={(container) => narrow({ container })} />
      )}
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
          onFilter={(container) => narrow({ container })}
          onHold={setHeld}
        />
      )}
    </ScreenFrame>
  );
}

/** The filter that is being typed; the address follows it, and leads it when a link or Back changes it. */
function useFilter({ container, find }: HostScreenProps) {
  const [filter, setFilter] = useState({ container, text: find });
  useEffect(() => setFilter({ container, text: find }), [container, find]);
  const change = (next: typeof filter) => {
    setFilter(next);
    replaceRoute({ screen: "host", container: next.container, find: next.text });
  };
  return [filter, change] as const;
}
