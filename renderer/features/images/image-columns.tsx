import type { ReactNode } from "react";
import type { Isolation } from "../../../electron/contract/engine.ts";
import type { ModeAdvice } from "../../../electron/model/advisor/advice.ts";
import { formatBytes, formatDateTime, UNKNOWN } from "../../../electron/model/format.ts";
import type { Words } from "../../app/words.ts";
import { adviceStrings, reasonText, verdictWords } from "../../strings/advice.ts";
import { imageColumnTitles, imagesStrings } from "../../strings/images.ts";
import { verdictIcon } from "../../ui/verdict-icon.tsx";
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
  /** What the cell does not show. */
  readonly description?: (row: ImageRow) => string;
}

export const IMAGE_COLUMNS: readonly ImageColumn[] = [
  {
    id: "reference",
    width: "minmax(200px, 2fr)",
    compactWidth: "minmax(190px, 1fr)",
    cell: (row) => <ReferenceCell row={row} />,
  },
  {
    id: "os",
    // A build is never cut.
    width: "148px",
    compactWidth: "144px",
    cell: (row) => <SystemCell row={row} />,
  },
  adviceColumn("process"),
  adviceColumn("hyperv"),
  {
    id: "size",
    width: "84px",
    compactWidth: "76px",
    numeric: true,
    cell: ({ image }) => <span className="mono">{formatBytes(image.sizeBytes)}</span>,
  },
  {
    id: "layers",
    width: "64px",
    compactWidth: null,
    numeric: true,
    cell: ({ image }) => <span className="mono">{image.layers ?? UNKNOWN}</span>,
  },
  {
    id: "created",
    width: "112px",
    compactWidth: null,
    afterNumber: true,
    cell: ({ image }) => <CreatedCell at={image.createdAt} />,
  },
  {
    id: "users",
    afterNumber: true,
    width: "minmax(116px, 1fr)",
    compactWidth: "96px",
    cell: (row) => <UsersCell row={row} />,
  },
  // The row's buttons lie over its end.
  { id: "engine", width: "116px", compactWidth: "108px", cell: (row) => row.engine },
];

export const imageColumns = (compact: boolean): readonly ImageColumn[] =>
  IMAGE_COLUMNS.filter(({ compactWidth }) => !compact || compactWidth !== null);

export const imageTemplate = (columns: readonly ImageColumn[], compact: boolean): string =>
  ["36px", ...columns.map(({ width, compactWidth }) => (compact ? compactWidth : width))].join(" ");

export const columnClass = ({ afterNumber = false }: ImageColumn): string =>
  afterNumber ? "after-number" : "";

/** Whether the image runs under one isolation on this host. */
function adviceColumn(isolation: Isolation): ImageColumn {
  return {
    id: isolation,
    width: "134px",
    compactWidth: "122px",
    cell: ({ advice }) => (advice === null ? UNKNOWN : <AdviceCell advice={advice[isolation]} />),
    description: ({ advice }) => (advice === null ? adviceStrings.notYet : reasonText(advice[isolation])),
  };
}

/** The columns of the two isolations are called by the platform's words. */
export const columnTitle = ({ id }: ImageColumn, words: Words): string =>
  id === "process" || id === "hyperv" ? words.isolation[id] : imageColumnTitles[id];

function AdviceCell({ advice: { verdict } }: { readonly advice: ModeAdvice }) {
  return (
    <span className="advice">
      {verdictIcon[verdict]}
      {verdictWords[verdict]}
    </span>
  );
}

function CreatedCell({ at }: { readonly at: number | null }) {
  if (at === null) return UNKNOWN;
  const text = formatDateTime(at);
  return (
    <span className="mono" title={text}>
      {text.slice(0, 10)}
    </span>
  );
}

function ReferenceCell({ row }: { readonly row: ImageRow }) {
  const { refs } = row.image;
  const all = refs.length === 0 ? row.image.id : refs.join("\n");
  return (
    <span className="image-name" title={all}>
      <span className={refs.length === 0 ? "mono whole-name" : "name whole-name"}>
        <NameParts name={row.name} />
      </span>
      {refs.length > 1 && <span className="dim">+{refs.length - 1}</span>}
      {refs.length === 0 && <span className="dim">{imagesStrings.noReference}</span>}
      {row.removing && <span className="dim">{imagesStrings.removing}</span>}
    </span>
  );
}

/** Where there is no room the registry and the path give way first: the tag is what tells images apart. */
function NameParts({ name }: { readonly name: string }) {
  const slash = name.lastIndexOf("/") + 1;
  if (slash === 0) return <span className="ellipsis">{name}</span>;
  return (
    <>
      <span className="ellipsis name-path">{name.slice(0, slash)}</span>
      <span className="ellipsis">{name.slice(slash)}</span>
    </>
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
