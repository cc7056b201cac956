import type { ReactNode } from "react";
import { imageColumnTitles, imagesStrings } from "../../strings/images.ts";
import { formatBytes, formatDateTime, UNKNOWN } from "../../ui/format.ts";
import { osText } from "./image-list-model.ts";
import type { ImageRow } from "./image-row.ts";
import type { ImageSortColumn } from "./images-view.ts";
import { UsersCell } from "./users-cell.tsx";

export interface ImageColumn {
  readonly id: ImageSortColumn;
  /** CSS grid track, and the track below 1200 px; null leaves the column out there. */
  readonly width: string;
  readonly compactWidth: string | null;
  readonly numeric?: boolean;
  /** Stands apart from the numbers before it, which end where it begins. */
  readonly afterNumber?: boolean;
  readonly cell: (row: ImageRow) => ReactNode;
}

/** Room stays for two columns: whether the image runs under each isolation on this host. */
export const IMAGE_COLUMNS: readonly ImageColumn[] = [
  {
    id: "reference",
    width: "minmax(200px, 2fr)",
    compactWidth: "minmax(180px, 2fr)",
    cell: (row) => <ReferenceCell row={row} />,
  },
  {
    id: "os",
    width: "minmax(130px, 1fr)",
    compactWidth: "minmax(110px, 1fr)",
    cell: (row) => <SystemCell row={row} />,
  },
  {
    id: "size",
    width: "84px",
    compactWidth: "80px",
    numeric: true,
    cell: ({ image }) => <span className="mono">{formatBytes(image.sizeBytes)}</span>,
  },
  {
    id: "layers",
    width: "72px",
    compactWidth: "72px",
    numeric: true,
    cell: ({ image }) => <span className="mono">{image.layers ?? UNKNOWN}</span>,
  },
  {
    id: "created",
    width: "160px",
    compactWidth: null,
    afterNumber: true,
    cell: ({ image }) => (image.createdAt === null ? UNKNOWN : formatDateTime(image.createdAt).slice(0, 16)),
  },
  {
    id: "users",
    afterNumber: true,
    width: "minmax(130px, 1fr)",
    compactWidth: "minmax(120px, 1fr)",
    cell: (row) => <UsersCell row={row} />,
  },
  // The row's buttons lie over its end.
  { id: "engine", width: "124px", compactWidth: "116px", cell: (row) => row.engine },
];

export const imageColumns = (compact: boolean): readonly ImageColumn[] =>
  IMAGE_COLUMNS.filter(({ compactWidth }) => !compact || compactWidth !== null);

export const imageTemplate = (columns: readonly ImageColumn[], compact: boolean): string =>
  ["36px", ...columns.map(({ width, compactWidth }) => (compact ? compactWidth : width))].join(" ");

export const columnClass = ({ afterNumber = false }: ImageColumn): string =>
  afterNumber ? "after-number" : "";

export const columnTitle = ({ id }: ImageColumn): string => imageColumnTitles[id];

function ReferenceCell({ row }: { readonly row: ImageRow }) {
  const { refs } = row.image;
  const all = refs.length === 0 ? row.image.id : refs.join("\n");
  return (
    <span className="image-name" title={all}>
      <span className={refs.length === 0 ? "mono ellipsis" : "name ellipsis"}>{row.name}</span>
      {refs.length > 1 && <span className="dim">+{refs.length - 1}</span>}
      {refs.length === 0 && <span className="dim">{imagesStrings.noReference}</span>}
      {row.removing && <span className="dim">{imagesStrings.removing}</span>}
    </span>
  );
}

/** The build is what decides on Windows; elsewhere the architecture. */
function SystemCell({ row }: { readonly row: ImageRow }) {
  const { os, osVersion } = row.image;
  if (osVersion === null) return osText(row);
  return (
    <span title={osText(row)}>
      {os} <span className="mono">{osVersion.replace(/^10\.0\./, "")}</span>
    </span>
  );
}
