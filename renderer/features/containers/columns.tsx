import type { ReactNode } from "react";
import type { Words } from "../../app/words.ts";
import { formatBytes, formatDuration, formatPercent, shownName, UNKNOWN } from "../../ui/format.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { Sparkline } from "../../ui/sparkline.tsx";
import type { ColumnId, SortColumn } from "../../ui-state/preferences.ts";
import type { ContainerRow } from "./container-row.ts";
import { FootprintCell } from "./footprint-cell.tsx";
import { shortImage } from "./image-name.ts";
import { portsText } from "./ports.ts";
import { StatusCell } from "./status-cell.tsx";

export interface CellContext {
  readonly words: Words;
  readonly now: number;
  readonly compact: boolean;
}

export interface Column {
  readonly id: SortColumn;
  readonly title: string;
  /** CSS grid track, and the track below 1200 px; null leaves the column out there. */
  readonly width: string;
  readonly compactWidth: string | null;
  readonly numeric?: boolean;
  readonly cell: (row: ContainerRow, context: CellContext) => ReactNode;
}

/** Runs up while the container does; a paused container's command still exists. */
function uptime({ container }: ContainerRow, now: number): string {
  const runs = container.state === "running" || container.state === "paused";
  return runs && container.startedAt !== null ? formatDuration(now - container.startedAt) : UNKNOWN;
}

function ImageCell({ row, compact }: { readonly row: ContainerRow; readonly compact: boolean }) {
  const { ref, osVersion } = row.container.image;
  return (
    <span title={osVersion ? `${ref}, ${osVersion}` : ref}>
      {shortImage(ref) || UNKNOWN}{" "}
      {!compact && osVersion && <span className="mono dim">{osVersion.replace(/^10\.0\./, "")}</span>}
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
        not known
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
    width: "104px",
    compactWidth: "100px",
    cell: (row) => <StatusCell container={row.container} pending={row.pending} />,
  },
  {
    id: "name",
    title: "Name",
    width: "minmax(110px, 1fr)",
    compactWidth: "minmax(110px, 1.2fr)",
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
    width: "minmax(120px, 1.65fr)",
    compactWidth: "minmax(100px, 1fr)",
    cell: (row, { compact }) => <ImageCell row={row} compact={compact} />,
  },
  {
    id: "isolation",
    title: "Isolation",
    width: "120px",
    compactWidth: "120px",
    cell: (row, { words }) => <IsolationCell row={row} words={words} />,
  },
  {
    id: "footprint",
    title: "Host footprint",
    width: "134px",
    compactWidth: "130px",
    cell: (row) => <FootprintCell row={row} />,
  },
  {
    id: "cpu",
    title: "CPU",
    width: "118px",
    compactWidth: "116px",
    numeric: true,
    cell: (row) => <CpuCell row={row} />,
  },
  {
    id: "memory",
    title: "Memory",
    width: "80px",
    compactWidth: "78px",
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
    width: "82px",
    compactWidth: null,
    numeric: true,
    cell: (row, { now }) => uptime(row, now),
  },
  {
    id: "ports",
    title: "Ports",
    width: "88px",
    compactWidth: null,
    cell: (row) => <span className="mono">{portsText(row.container.ports)}</span>,
  },
  { id: "owner", title: "Owner", width: "84px", compactWidth: "88px", cell: (row) => row.container.owner },
];

/** The columns on screen, in order. Status and name cannot be hidden. */
export function visibleColumns(hidden: readonly ColumnId[], compact: boolean): Column[] {
  const gone = new Set<SortColumn>(hidden);
  return COLUMNS.filter((column) => !gone.has(column.id) && !(compact && column.compactWidth === null));
}

export function gridTemplate(columns: readonly Column[], compact: boolean): string {
  return ["36px", ...columns.map((column) => (compact ? column.compactWidth : column.width))].join(" ");
}
