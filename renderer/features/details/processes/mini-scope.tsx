import { useMemo, useRef } from "react";
import type { Container } from "../../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../../electron/contract/engine.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import { processColumns } from "../../../../electron/model/process-columns.ts";
import type { Words } from "../../../app/words.ts";
import { type HostInfo, useHostInfo, useLive } from "../../../engine/host-context.tsx";
import { processesResource } from "../../../engine/resources.ts";
import { browserTimer } from "../../../engine/timer.ts";
import { detailsStrings, withoutOrder } from "../../../strings/details.ts";
import { IsoGlyph } from "../../../ui/iso-glyph.tsx";
import { type HostPaneItem, hostItems, type InsidePaneItem, insideItems } from "../../scope/pane-items.ts";
import { placeItems } from "../../scope/placed-items.ts";
import { ScopePanes } from "../../scope/scope-panes.tsx";
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
  const isolation = scope.isolation ?? "process";
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
      <ScopePanes
        panesRef={panes}
        size="mini"
        container={container}
        scope={scope}
        words={words}
        engine={engine}
        hostInfo={hostInfo}
        processes={processes}
        vmCount={vmCount}
        exited={exited}
        inside={{
          title: detailsStrings.inside,
          icon: null,
          source: scope.insideSource,
          summary: String(scope.inside.length),
          columns: columnsOf(platform, "inside"),
          placed: inside,
        }}
        host={{
          title: detailsStrings.host,
          source: platform === "win32" ? "Get-Process" : "",
          summary: String(scope.hostCount),
          columns: columnsOf(platform, "host"),
          placed: host,
        }}
        highlight={{ insidePid: scope.mainPid, hostKey: mainOnHost(host.items, scope), link: false }}
      />
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
