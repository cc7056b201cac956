import { useMemo, useState } from "react";
import { useKeys } from "../../app/keys.ts";
import { HostSees, LiveStatus, UpdatedAt } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { wordsOf } from "../../app/words.ts";
import { useConnection, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource } from "../../engine/resources.ts";
import { hostStrings, matching, ownedText, processCount } from "../../strings/host.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { LoadingRows } from "../containers/loading-rows.tsx";
import { HostBars } from "./host-bars.tsx";
import { isLive } from "./host-columns.ts";
import { HostHead } from "./host-head.tsx";
import { HostMap } from "./host-map.tsx";
import { HostTable } from "./host-table.tsx";
import { NoProcess } from "./no-process.tsx";
import { answeredBy, whyUnknown } from "./owner-answer.ts";
import { OwnerBar } from "./owner-bar.tsx";
import { countOwned } from "./owner-counts.ts";
import { useCollapsed } from "./use-collapsed.ts";
import { useHostFilter } from "./use-host-filter.ts";
import { type HostItems, useHostItems } from "./use-host-items.ts";
import "./host.css";

interface HostScreenProps {
  /** Key of the container whose rows alone are shown. */
  readonly container: string | null;
  readonly find: string;
}

/** Every process of the host, and whose it is. */
export function HostScreen({ container, find }: HostScreenProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const containers = useLive(containersResource).rows;
  const connected = useConnection().state === "connected";
  const { hostLayout: layout, mapFolded } = usePreferences();
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState(false);
  const { filter, onText, onContainer, onClear } = useHostFilter(container, find, () => setFocused(null));
  const [collapsed, toggle] = useCollapsed(`${filter.container ?? ""}\n${filter.text}`.trim());
  const platform = host?.platform ?? "linux";
  const list = useHostItems({ platform, layout, filter, collapsed, held });
  useKeys({ m: () => setPreferences({ mapFolded: !mapFolded }) });

  const summary = useSummary(list);
  const answer = answeredBy(list.items, focused, list.matching !== null);
  const record = filter.container === null ? undefined : containers.get(filter.container);
  return (
    <ScreenFrame
      title={hostStrings.title}
      statusLeft={
        <LiveStatus>
          <UpdatedAt />
        </LiveStatus>
      }
      statusRight={<Counts list={list} paused={held && isLive(list.sort.column)} />}
    >
      <HostHead
        summary={summary}
        container={filter.container}
        record={record}
        text={filter.text}
        onText={onText}
        onContainer={onContainer}
      />
      <HostBars entries={list.entries} restricted={host?.elevated === false} />
      {host && !mapFolded && <HostMap host={host} words={words} onTile={onContainer} />}
      <OwnerBar entry={answer} words={words} unknown={whyUnknown(containers.values())} />
      {!list.loaded && <LoadingRows />}
      {list.loaded && list.items.length === 0 && <NoProcess container={record} onClear={onClear} />}
      {list.items.length > 0 && (
        <HostTable
          items={list.items}
          tree={layout === "tree"}
          platform={platform}
          words={words}
          sort={list.sort}
          sortedAt={list.sortedAt}
          stale={!connected}
          currentKey={answer?.key ?? null}
          focusedKey={focused}
          onFocusKey={setFocused}
          onToggle={toggle}
          onFilter={onContainer}
          onHold={setHeld}
        />
      )}
    </ScreenFrame>
  );
}

function useSummary({ loaded, entries, owners }: HostItems): string {
  const owned = useMemo(() => ownedText(countOwned(owners)), [owners]);
  return loaded ? `${processCount(entries.length)}, ${owned}` : "";
}

function Counts({ list, paused }: { readonly list: HostItems; readonly paused: boolean }) {
  return (
    <>
      {paused && <span>{hostStrings.orderPaused}</span>}
      {list.matching !== null && <span>{matching(list.matching, list.entries.length)}</span>}
      <HostSees />
    </>
  );
}
