import { Server16Regular } from "@fluentui/react-icons/svg/server";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Container } from "../../../electron/contract/container.ts";

import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { replaceRoute } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import { type HostInfo, useLive } from "../../engine/host-context.tsx";
import { processesResource } from "../../engine/resources.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { usePreferences } from "../../ui-state/preferences.ts";
import { evidenceText } from "./evidence.ts";
import { findProcess } from "./find.ts";
import { FindBar } from "./find-bar.tsx";
import { findText } from "./find-text.ts";
import { Gutter } from "./gutter.tsx";
import { KernelStrip } from "./kernel-strip.tsx";
import {
  type HostPaneItem,
  hostCounts,
  hostItems,
  type InsidePaneItem,
  insideItems,
  insideKey,
} from "./pane-items.ts";
import { HostNote, InsideNote } from "./pane-notes.tsx";
import { placeItems } from "./placed-items.ts";
import { processColumns } from "./process-columns.ts";
import { ProcessPane } from "./process-pane.tsx";
import { ScopeHead } from "./scope-head.tsx";
import { useCrossFocus } from "./use-cross-focus.ts";
import { useGutterGeometry } from "./use-gutter-geometry.ts";

interface ScopeViewProps {
  readonly container: Container;
  readonly scope: Scope;
  readonly words: Words;
  readonly platform: HostInfo["platform"];
  readonly vmCount: string;
  readonly engine: EngineStatus | undefined;
  readonly initialFind: string;
  readonly onLeave: () => void;
  readonly bars: ReactNode;
}

/** The two panes, what lies between them and what they stand on. */
export function ScopeView(props: ScopeViewProps) {
  const { container, scope, words, platform, engine, initialFind, onLeave, bars } = props;
  const { rows: processes } = useLive(processesResource);
  const order = usePreferences((preferences) => preferences.hostRowOrder);
  const [query, setQuery] = useState(initialFind);
  // A link opened while the screen is up, or Back, brings another word to look for.
  useEffect(() => setQuery(initialFind), [initialFind]);
  const inside = useMemo(() => placeItems(insideItems(scope)), [scope]);
  const host = useMemo(
    () => placeItems(hostItems(scope, processes, order, words.pid)),
    [scope, processes, order, words.pid],
  );
  const found = useMemo(() => findProcess(query, scope, processes.values()), [query, scope, processes]);
  const text = findText(found.result, words.pid);
  const focus = useCrossFocus(scope);
  const gutter = useRef<HTMLDivElement>(null);
  const insideScroller = useRef<HTMLDivElement>(null);
  const hostScroller = useRef<HTMLDivElement>(null);
  const { geometry, refresh } = useGutterGeometry(gutter, insideScroller, hostScroller);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come or go move what the lines join
  useLayoutEffect(refresh, [refresh, inside, host]);
  const isolation = scope.isolation ?? "process";
  const counts = hostCounts(scope);
  const stale = engine?.state === "stale" || engine?.state === "failed";

  const onQuery = (next: string) => {
    setQuery(next);
    replaceRoute({ screen: "scope", key: container.key, find: next });
  };
  return (
    <>
      <ScopeHead
        container={container}
        words={words}
        hostCount={scope.hostCount}
        evidence={() => evidenceText(container, scope, found.result.kind === "idle" ? null : text, words)}
      />
      {bars}
      <FindBar query={query} onQuery={onQuery} result={found.result} text={text} onLeave={onLeave} />
      <div className={`scope scope-${isolation} on-${platform}${stale ? " stale" : ""}`}>
        <ProcessPane<InsidePaneItem>
          id="inside"
          title={scopeStrings.inside}
          className="inside"
          icon={<IsoGlyph isolation={isolation} />}
          source={scope.insideSource}
          summary={String(scope.inside.length)}
          note={<InsideNote container={container} scope={scope} />}
          columns={processColumns(platform, "inside")}
          pidWord={words.pid}
          items={inside.items}
          foundKey={found.insidePid === null ? null : insideKey(found.insidePid)}
          isolation={isolation}
          crossKey="ArrowRight"
          scrollerRef={insideScroller}
          onScroll={refresh}
          {...focus.inside}
        />
        <Gutter
          gutterRef={gutter}
          geometry={geometry}
          scope={scope}
          inside={inside}
          host={host}
          foundPid={found.insidePid}
        />
        <ProcessPane<HostPaneItem>
          id="host"
          title={scopeStrings.host}
          className="host"
          icon={<Server16Regular />}
          source={platform === "win32" ? "Get-Process" : "process table"}
          summary={scopeStrings.hostSummary(counts.linked, counts.workers, counts.other)}
          note={<HostNote container={container} scope={scope} />}
          columns={processColumns(platform, "host")}
          pidWord={words.pid}
          items={host.items}
          foundKey={found.hostKey}
          isolation={isolation}
          crossKey="ArrowLeft"
          scrollerRef={hostScroller}
          onScroll={refresh}
          {...focus.host}
        />
        <KernelStrip scope={scope} engine={engine} words={words} vmCount={props.vmCount} />
      </div>
    </>
  );
}
