import type { Verdict } from "../../../electron/model/advisor/advice.ts";
import type { ImageRow } from "./image-row.ts";
import type { ImageSort, ImageSortColumn } from "./images-view.ts";

/** `10.0.20348.2700` on Windows, else what it is built for. */
export const osText = ({ image }: ImageRow): string =>
  image.osVersion === null ? `${image.os}/${image.architecture}` : `${image.os} ${image.osVersion}`;

/** Every word of the text must be somewhere in what names the image: references, id, system, engine, its containers. */
export function matchesImage(row: ImageRow, text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const { image, engine, users } = row;
  const names = (users ?? []).map(({ name }) => name);
  const hay = [...image.refs, image.id, osText(row), engine, ...names].join("\n").toLowerCase();
  return words.every((word) => hay.includes(word));
}

/** The better verdict first. */
const RANK: Readonly<Record<Verdict, number>> = {
  ...{ runs: 0, "unsupported-for-production": 1, unknown: 2, fails: 3 },
};

type SortKey = string | number;

function sortKey(row: ImageRow, column: ImageSortColumn): SortKey {
  switch (column) {
    case "reference":
      // Images without a reference come last.
      return row.image.refs[0] ?? `\uffff${row.image.id}`;
    case "os":
      return osText(row);
    case "process":
    case "hyperv":
      return RANK[row.advice?.[column].verdict ?? "unknown"];
    case "size":
      return row.image.sizeBytes ?? -1;
    case "layers":
      return row.image.layers ?? -1;
    case "created":
      return row.image.createdAt ?? -1;
    case "users":
      return row.users?.length ?? -1;
    case "engine":
      return row.engine;
  }
}

function compare(a: SortKey, b: SortKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

/** A stable order: the image's key decides last. */
export function sortImages(rows: readonly ImageRow[], { column, descending }: ImageSort): ImageRow[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  keyed.sort((a, b) => {
    const order = compare(a.key, b.key) * (descending ? -1 : 1);
    return order !== 0 ? order : a.row.key < b.row.key ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
}
