import type { ReactNode } from "react";
import {
  formatBytes,
  formatDuration,
  formatPercent,
  shownName,
  UNKNOWN,
} from "../../../electron/model/format.ts";
import type { Words } from "../../app/words.ts";
import { containersStrings } from "../../strings/containers.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { Sparkline } from "../../ui/sparkline.tsx";
import type { ColumnId, SortColumn } from "../../ui-state/preferences.ts";
import type { ContainerRow } from "./container-row.ts";
import { FootprintCell } from "./footprint-cell.tsx";
import { shortImage } from "./image-name.ts";
import { portsText } from "./ports.ts";
import { StatusCell } from "./status-cell.tsx";

/** How much room the list has: all, a window below 1200 px, or what the details drawer beside it leaves. */
export type Layout = "wide" | "compact" | "beside";

export interface CellContext {
  readonly words: Words;
  readonly now: number;
  readonly layout: Layout;
}

export interface Column {
  readonly id: SortColumn;
  readonly title: string;
  /** CSS grid tracks. */
  readonly width: Readonly<Record<Layout, string | null>>;
  readonly numeric?: boolean;
  readonly cell: (row: ContainerRow, context: CellContext) => ReactNode;
}

/** Runs up while the container does; a paused container's command still exists. */
function uptime({ container }: ContainerRow, now: number): string {
  const runs = container.state === "running" || container.state === "paused";
  return runs && container.startedAt !== null ? formatDuration(now - container.startedAt) : UNKNOWN;
}

function ImageCell({ row, layout }: { readonly row: ContainerRow; readonly layout: Layout }) {
  const { ref, osVersion } = row.container.image;
  return (
    <span title={osVersion ? `${ref}, ${osVersion}` : ref}>
      {shortImage(ref) || UNKNOWN}{" "}
      {layout === "wide" && osVersion && (
        <span className="mono dim">{osVersion.replace(/^10\.0\./, "")}</span>
      )}
    </span>
  );
}

function CpuCell({ row }: { readonly row: ContainerRow }) {
  if (!row.usage || row.container.state === "paused") return <span className="dim">{UNKNOWN}</span>;
  return (
    <>
      <Sparkline samples={row.usage.cpu} />
      <span className="mono cpu-number">{formatPercent(row.usage.latest.cpuPercent)}</span>
    </>
  );
}

function IsolationCell({ row, words }: { readonly row: ContainerRow; readonly words: Words }) {
  const { isolation, isolationEvidence } = row.container;
  if (isolation === null) {
    return (
      <span className="dim" title={isolationEvidence}>
        {containersStrings.notKnown}
      </span>
    );
  }
  return (
    <span title={isolationEvidence}>
      <IsoBadge isolation={isolation} word={words.isolation[isolation]} />
    </span>
  );
}

export const COLUMNS: readonly Column[] = [
  {
    id: "status",
    title: "Status",
    width: { wide: "104px", compact: "100px", beside: "28px" },
    cell: (row, { layout }) => (
      <StatusCell
        container={row.container}
        pending={row.pending}
        trouble={row.trouble}
        bare={layout === "beside"}
      />
    ),
  },
  {
    id: "name",
    title: "Name",
    width: { wide: "minmax(110px, 1fr)", compact: "minmax(110px, 1.2fr)", beside: "minmax(96px, 1fr)" },
    cell: (row) => (
      <span className="name" title={row.container.name}>
        {shownName(row.container.name)}
      </span>
    ),
  },
  {
    id: "image",
    title: "Image",
    // At 1280 the usual Windows reference fits with its build.
    width: { wide: "minmax(120px, 1.65fr)", compact: "minmax(100px, 1fr)", beside: null },
    cell: (row, { layout }) => <ImageCell row={row} layout={layout} />,
  },
  {
    id: "isolation",
    title: "Isolation",
    width: { wide: "120px", compact: "120px", beside: "124px" },
    cell: (row, { words }) => <IsolationCell row={row} words={words} />,
  },
  {
    id: "footprint",
    title: "Host footprint",
    width: { wide: "134px", compact: "130px", beside: "128px" },
    cell: (row) => <FootprintCell row={row} />,
  },
  {
    id: "cpu",
    title: "CPU",
    width: { wide: "118px", compact: "116px", beside: "118px" },
    numeric: true,
    cell: (row) => <CpuCell row={row} />,
  },
  {
    id: "memory",
    title: "Memory",
    width: { wide: "80px", compact: "78px", beside: null },
    numeric: true,
    cell: (row) => (
      <span className="mono" title={row.usage?.latest.memoryMeans}>
        {formatBytes(row.usage?.latest.memoryBytes ?? null)}
      </span>
    ),
  },
  {
    id: "uptime",
    title: "Uptime",
    width: { wide: "82px", compact: null, beside: null },
    numeric: true,
    cell: (row, { now }) => uptime(row, now),
  },
  {
    id: "ports",
    title: "Ports",
    width: { wide: "88px", compact: null, beside: null },
    cell: (row) => <span className="mono">{portsText(row.container.ports)}</span>,
  },
  {
    id: "owner",
    title: "Owner",
    width: { wide: "84px", compact: "88px", beside: null },
    cell: (row) => row.container.owner,
  },
];

/** The columns on screen, in order. Status and name cannot be hidden. */
export function visibleColumns(hidden: readonly ColumnId[], layout: Layout): Column[] {
  const gone = new Set<SortColumn>(hidden);
  return COLUMNS.filter((column) => !gone.has(column.id) && column.width[layout] !== null);
}

export function gridTemplate(columns: readonly Column[], layout: Layout): string {
  return ["36px", ...columns.map((column) => column.width[layout])].join(" ");
}
