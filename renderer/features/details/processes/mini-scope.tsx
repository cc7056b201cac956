import { Server16Regular } from "@fluentui/react-icons/svg/server";
import { useMemo, useRef } from "react";
import type { Container } from "../../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../../electron/contract/engine.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import type { Words } from "../../../app/words.ts";
import { type HostInfo, useHostInfo, useLive } from "../../../engine/host-context.tsx";
import { processesResource } from "../../../engine/resources.ts";
import { browserTimer } from "../../../engine/timer.ts";
import { detailsStrings, withoutOrder } from "../../../strings/details.ts";
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
import { useExited } from "../../scope/use-exited.ts";
import { linkSummary } from "./link-summary.ts";
import "../../scope/scope.css";
import "../../scope/panes.css";
import "../../scope/gutter.css";
import "./processes.css";

interface MiniScopeProps {
  readonly container: Container;
  readonly scope: Scope;
  readonly words: Words;
  readonly engine: EngineStatus | undefined;
  readonly vmCount: string;
}

/** What names a process on either side; the tool's other columns are in Scope. */
const SHOWN: ReadonlySet<string> = new Set(["Name", "PID", "COMMAND", "Id", "SI", "ProcessName"]);

const columnsOf = (platform: HostInfo["platform"], side: "inside" | "host") =>
  processColumns(platform, side).filter(({ title }) => SHOWN.has(title));

export function MiniScope({ container, scope, words, engine, vmCount }: MiniScopeProps) {
  const hostInfo = useHostInfo();
  const platform = hostInfo?.platform ?? "linux";
  const { rows: processes } = useLive(processesResource);
  const panes = useRef<HTMLDivElement>(null);
  const exited = useExited(scope, panes, browserTimer);
  const inside = useMemo(() => placeItems(insideItems(scope, exited).map(briefly)), [scope, exited]);
  const host = useMemo(
    () => placeItems(hostItems(scope, processes, "related", words.pid, exited).map(briefly)),
    [scope, processes, words.pid, exited],
  );
  const focus = useCrossFocus(scope);
  const insideScroller = useRef<HTMLDivElement>(null);
  const hostScroller = useRef<HTMLDivElement>(null);
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
      <div ref={panes} className={`scope mini scope-${isolation} on-${platform}${stale ? " stale" : ""}`}>
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
          {...focus.inside}
        />
        <Gutter
          insideScroller={insideScroller}
          hostScroller={hostScroller}
          scope={scope}
          inside={inside}
          host={host}
          exited={exited.inside}
          foundPid={null}
          pidWord={words.pid}
          onGo={focus.goTo}
        />
        <ProcessPane<HostPaneItem>
          id="host"
          title={detailsStrings.host}
          className="host"
          icon={<Server16Regular />}
          source={platform === "win32" ? "Get-Process" : ""}
          summary={String(scope.hostCount)}
          note={<HostNote container={container} scope={scope} host={hostInfo} processes={processes} />}
          columns={columnsOf(platform, "host")}
          pidWord={words.pid}
          items={host.items}
          foundKey={mainOnHost(host.items, scope)}
          isolation={isolation}
          crossKey="ArrowLeft"
          scrollerRef={hostScroller}
          {...focus.host}
        />
        <KernelStrip scope={scope} engine={engine} words={words} vmCount={vmCount} />
      </div>
    </>
  );
}

/** Group headings without how the group is sorted: there is no room for it. */
function briefly<T extends InsidePaneItem | HostPaneItem>(item: T): T {
  return item.kind === "group" ? { ...item, text: withoutOrder(item.text) } : item;
}

/** The host row of the container's own command. */
function mainOnHost(items: readonly HostPaneItem[], { mainPid }: Scope): string | null {
  const main = items.find((item) => item.kind === "process" && item.link?.insidePid === mainPid);
  return main?.key ?? null;
}
