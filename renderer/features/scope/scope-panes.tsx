import { Server16Regular } from "@fluentui/react-icons/svg/server";
import { type ReactNode, type RefObject, useRef } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import type { ProcessColumn } from "../../../electron/model/process-columns.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import type { Exited } from "./exited.ts";
import { Gutter } from "./gutter.tsx";
import { KernelStrip } from "./kernel-strip.tsx";
import { type HostPaneItem, type InsidePaneItem, insideKey } from "./pane-items.ts";
import { HostNote, InsideNote } from "./pane-notes.tsx";
import type { PlacedItems } from "./placed-items.ts";
import { ProcessPane } from "./process-pane.tsx";
import { useCrossFocus } from "./use-cross-focus.ts";

/** One side as it is to be shown. */
interface Side<T> {
  readonly title: string;
  /** What the rows were read with. */
  readonly source: string;
  readonly summary: string;
  readonly columns: readonly ProcessColumn[];
  readonly placed: PlacedItems<T>;
}

/** What stands out on either side. */
interface Highlight {
  readonly insidePid: number | null;
  readonly hostKey: string | null;
  /** Whether the line between the two stands out as well. */
  readonly link: boolean;
}

interface ScopePanesProps {
  readonly panesRef: RefObject<HTMLDivElement | null>;
  /** `mini` in the drawer, else "". */
  readonly size: "mini" | "";
  readonly container: Container;
  readonly scope: Scope;
  readonly words: Words;
  readonly engine: EngineStatus | undefined;
  readonly hostInfo: HostInfo | undefined;
  readonly processes: ReadonlyMap<string, HostProcess>;
  readonly vmCount: string;
  readonly exited: Exited;
  readonly inside: Side<InsidePaneItem> & { readonly icon: ReactNode };
  readonly host: Side<HostPaneItem>;
  readonly highlight: Highlight;
}

/** The two panes, what lies between them and what they stand on. */
export function ScopePanes(props: ScopePanesProps) {
  const { container, scope, words, engine, hostInfo, processes, inside, host, highlight } = props;
  const platform = hostInfo?.platform ?? "linux";
  const focus = useCrossFocus(scope);
  const insideScroller = useRef<HTMLDivElement>(null);
  const hostScroller = useRef<HTMLDivElement>(null);
  const isolation = scope.isolation ?? "process";
  const stale = engine?.state === "stale" || engine?.state === "failed";
  const shared = { pidWord: words.pid, isolation };
  const looks = ["scope", props.size, `scope-${isolation}`, `on-${platform}`, stale ? "stale" : ""];
  return (
    <div ref={props.panesRef} className={looks.filter((name) => name !== "").join(" ")}>
      <ProcessPane<InsidePaneItem>
        {...shared}
        id="inside"
        className="inside"
        title={inside.title}
        icon={inside.icon}
        source={inside.source}
        summary={inside.summary}
        note={<InsideNote container={container} scope={scope} />}
        columns={inside.columns}
        items={inside.placed.items}
        foundKey={highlight.insidePid === null ? null : insideKey(highlight.insidePid)}
        crossKey="ArrowRight"
        scrollerRef={insideScroller}
        {...focus.inside}
      />
      <Gutter
        insideScroller={insideScroller}
        hostScroller={hostScroller}
        scope={scope}
        inside={inside.placed}
        host={host.placed}
        exited={props.exited.inside}
        foundPid={highlight.link ? highlight.insidePid : null}
        pidWord={words.pid}
        onGo={focus.goTo}
      />
      <ProcessPane<HostPaneItem>
        {...shared}
        id="host"
        className="host"
        title={host.title}
        icon={<Server16Regular />}
        source={host.source}
        summary={host.summary}
        note={<HostNote container={container} scope={scope} host={hostInfo} processes={processes} />}
        columns={host.columns}
        items={host.placed.items}
        foundKey={highlight.hostKey}
        crossKey="ArrowLeft"
        scrollerRef={hostScroller}
        {...focus.host}
      />
      <KernelStrip scope={scope} engine={engine} words={words} vmCount={props.vmCount} />
    </div>
  );
}
