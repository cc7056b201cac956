import { Server16Regular } from "@fluentui/react-icons/svg/server";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { Container } from "../../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../../electron/contract/engine.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import type { Words } from "../../../app/words.ts";
import { type HostInfo, useLive } from "../../../engine/host-context.tsx";
import { processesResource } from "../../../engine/resources.ts";
import { detailsStrings } from "../../../strings/details.ts";
import { IsoGlyph } from "../../../ui/iso-glyph.tsx";
import { Gutter } from "../../scope/gutter.tsx";
import { KernelStrip } from "../../scope/kernel-strip.tsx";
import {
  type HostPaneItem,
  hostItems,
  type InsidePaneItem,
  insideItems,
  insideKey,
} from "../../scope/pane-items.ts";
import { HostNote, InsideNote } from "../../scope/pane-notes.tsx";
import { placeItems } from "../../scope/placed-items.ts";
import { processColumns } from "../../scope/process-columns.ts";
import { ProcessPane } from "../../scope/process-pane.tsx";
import { useCrossFocus } from "../../scope/use-cross-focus.ts";
import { useGutterGeometry } from "../../scope/use-gutter-geometry.ts";
import { linkSummary } from "./link-summary.ts";
import "../../scope/scope.css";
import "../../scope/panes.css";
import "../../scope/gutter.css";
import "./processes.css";

interface MiniScopeProps {
  readonly container: Container;
  readonly scope: Scope;
  readonly words: Words;
  readonly platform: HostInfo["platform"];
  readonly engine: EngineStatus | undefined;
  readonly vmCount: string;
}

/** What names a process on either side; the tool's other columns are in Scope. */
const SHOWN: ReadonlySet<string> = new Set(["Name", "PID", "COMMAND", "Id", "SI", "ProcessName"]);

const columnsOf = (platform: HostInfo["platform"], side: "inside" | "host") =>
  processColumns(platform, side).filter(({ title }) => SHOWN.has(title));

export function MiniScope({ container, scope, words, platform, engine, vmCount }: MiniScopeProps) {
  const { rows: processes } = useLive(processesResource);
  const inside = useMemo(() => placeItems(insideItems(scope)), [scope]);
  const host = useMemo(
    () => placeItems(hostItems(scope, processes, "related", words.pid)),
    [scope, processes, words.pid],
  );
  const focus = useCrossFocus(scope);
  const gutter = useRef<HTMLDivElement>(null);
  const insideScroller = useRef<HTMLDivElement>(null);
  const hostScroller = useRef<HTMLDivElement>(null);
  const { geometry, refresh } = useGutterGeometry(gutter, insideScroller, hostScroller);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come or go move what the lines join
  useLayoutEffect(refresh, [refresh, inside, host]);
  const isolation = scope.isolation ?? "process";
  const stale = engine?.state === "stale" || engine?.state === "failed";
  const summary = linkSummary(scope, words.pid);
  return (
    <>
      {summary && (
        <p className={`link-summary tint-${isolation}`}>
          <IsoGlyph isolation={isolation} />
          <span>
            <b>{summary.lead}</b> {summary.rest}
          </span>
        </p>
      )}
      <div className={`scope mini scope-${isolation} on-${platform}${stale ? " stale" : ""}`}>
        <ProcessPane<InsidePaneItem>
          id="inside"
          title={detailsStrings.inside}
          className="inside"
          icon={null}
          source={scope.insideSource}
          summary={String(scope.inside.length)}
          note={<InsideNote container={container} scope={scope} />}
          columns={columnsOf(platform, "inside")}
          pidWord={words.pid}
          items={inside.items}
          foundKey={scope.mainPid === null ? null : insideKey(scope.mainPid)}
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
          foundPid={null}
        />
        <ProcessPane<HostPaneItem>
          id="host"
          title={detailsStrings.host}
          className="host"
          icon={<Server16Regular />}
          source={platform === "win32" ? "Get-Process" : ""}
          summary={String(scope.hostCount)}
          note={<HostNote container={container} scope={scope} />}
          columns={columnsOf(platform, "host")}
          pidWord={words.pid}
          items={host.items}
          foundKey={mainOnHost(host.items, scope)}
          isolation={isolation}
          crossKey="ArrowLeft"
          scrollerRef={hostScroller}
          onScroll={refresh}
          {...focus.host}
        />
        <KernelStrip scope={scope} engine={engine} words={words} vmCount={vmCount} />
      </div>
    </>
  );
}

/** The host row of the container's own command. */
function mainOnHost(items: readonly HostPaneItem[], { mainPid }: Scope): string | null {
  const main = items.find((item) => item.kind === "process" && item.link?.insidePid === mainPid);
  return main?.key ?? null;
}
