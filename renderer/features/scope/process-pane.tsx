import type { KeyboardEvent, ReactNode, RefObject } from "react";
import type { ProcessColumn } from "../../../electron/model/process-columns.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { GridCell } from "../../ui/grid-parts.tsx";
import { VirtualGrid } from "../../ui/virtual-grid.tsx";
import { OpaqueBox } from "./opaque-box.tsx";
import { type HostPaneItem, heightOf, type InsidePaneItem } from "./pane-items.ts";
import { ProcessHead, ProcessRowCells } from "./process-cells.tsx";

type PaneItem = InsidePaneItem | HostPaneItem;

export interface ProcessPaneProps<T extends PaneItem> {
  readonly id: "inside" | "host";
  readonly title: string;
  readonly className: string;
  readonly icon: ReactNode;
  readonly source: string;
  readonly summary: string;
  readonly note?: ReactNode;
  readonly columns: readonly ProcessColumn[];
  /** The platform's word for a host process number. */
  readonly pidWord: string;
  readonly items: readonly T[];
  /** The row that answers the search. */
  readonly foundKey: string | null;
  readonly isolation: "process" | "hyperv";
  readonly focusedKey: string | null;
  readonly onFocusKey: (key: string) => void;
  readonly focusRequest: { readonly key: string } | null;
  readonly onCross: (item: T) => void;
  readonly crossKey: "ArrowLeft" | "ArrowRight";
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
}

/** One side of the wall: the tool's own columns, and rows that know their partner on the other side. */
export function ProcessPane<T extends PaneItem>(props: ProcessPaneProps<T>) {
  const { id, title, items, foundKey } = props;
  const onRowKey = (event: KeyboardEvent, item: T) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    if (event.key === props.crossKey) props.onCross(item);
  };
  return (
    <section className={`pane ${props.className}`} aria-labelledby={`${id}-title`}>
      <div className="pane-head">
        {props.icon}
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="mono dim ellipsis pane-source">{props.source}</span>
        <span className="grow" />
        <span className="dim small">{props.summary}</span>
      </div>
      {props.note}
      <VirtualGrid
        label={title}
        className="processes"
        items={items}
        itemKey={keyOf}
        itemSize={heightOf}
        itemText={textOf}
        reservedLetters="ip"
        focusable={isProcess}
        columnCount={props.columns.length}
        header={<ProcessHead columns={props.columns} />}
        rowClass={(item) => rowClass(item, item.key === foundKey, props.isolation)}
        rowProps={(item) =>
          partnerText(item, props.pidWord) ? { "aria-describedby": descriptionId(id, item) } : {}
        }
        renderRow={(item) => <PaneRow pane={props} item={item} />}
        focusedKey={props.focusedKey}
        onFocusKey={props.onFocusKey}
        focusRequest={props.focusRequest}
        revealKey={foundKey}
        onRowKey={onRowKey}
        scrollerRef={props.scrollerRef}
      />
    </section>
  );
}

const keyOf = (item: PaneItem) => item.key;
const textOf = (item: PaneItem) => (item.kind === "process" ? item.row.name : "");
const isProcess = (item: PaneItem) => item.kind === "process";
const descriptionId = (pane: string, item: PaneItem) => `${pane}-${item.key}`;

/** What the other side has of this row; null for rows that have nothing to do with the container. */
function partnerText(item: PaneItem, pidWord: string): string | null {
  if (item.kind !== "process") return null;
  if (item.exited) return scopeStrings.exitedRow;
  if ("related" in item) return item.link ? scopeStrings.sameInside(item.link.insidePid) : null;
  return item.link ? scopeStrings.sameOnHost(pidWord, item.link.hostPid) : scopeStrings.notVisible;
}

type PaneLook = Pick<ProcessPaneProps<PaneItem>, "id" | "columns" | "pidWord">;

function PaneRow({ pane, item }: { readonly pane: PaneLook; readonly item: PaneItem }) {
  if (item.kind === "group") return <GridCell className="group-cell">{item.text}</GridCell>;
  if (item.kind === "opaque") return <OpaqueBox count={item.count} evidence={item.evidence} />;
  const description = partnerText(item, pane.pidWord);
  return (
    <ProcessRowCells
      columns={pane.columns}
      row={item.row}
      exited={item.exited}
      description={description}
      descriptionId={description ? descriptionId(pane.id, item) : null}
    />
  );
}

function rowClass(item: PaneItem, found: boolean, isolation: "process" | "hyperv"): string {
  if (item.kind === "group") return "group-row";
  if (item.kind === "opaque") return "opaque-row";
  const faint = "related" in item && !item.related;
  const worker = "worker" in item && item.worker;
  const boxed = isolation === "hyperv" && "related" in item && item.related && !worker;
  return [
    "process-row",
    faint ? "faint" : "",
    item.exited ? "exited" : "",
    worker ? "worker" : "",
    boxed ? "boxed" : "",
    found && !worker ? `hit-${isolation}` : "",
  ]
    .filter((name) => name !== "")
    .join(" ");
}
