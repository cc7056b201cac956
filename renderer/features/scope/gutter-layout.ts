import type { Link } from "../../../electron/contract/scope.ts";

/** Where a pane's rows are: its scroller in the gutter's own coordinates, and each row's place in its body. */
export interface PaneGeometry {
  readonly top: number;
  readonly height: number;
  readonly scrollTop: number;
}

export interface RowPlace {
  readonly key: string;
  readonly offset: number;
  readonly size: number;
}

export type Where = { readonly y: number } | { readonly away: "up" | "down" };

/** The middle of a row in the gutter, or on which side of its pane it is scrolled away. */
export function placeOf(row: RowPlace, pane: PaneGeometry): Where {
  const middle = row.offset + row.size / 2 - pane.scrollTop;
  if (middle < 4) return { away: "up" };
  if (middle > pane.height - 4) return { away: "down" };
  return { y: pane.top + middle };
}

export interface DrawnLink {
  readonly link: Link;
  readonly inside: Where;
  readonly host: Where;
}

export interface GutterLayout {
  /** Links with at least one end in sight. */
  readonly links: readonly DrawnLink[];
  /** How many links have both ends out of sight below and above. */
  readonly below: number;
  readonly above: number;
}

export interface GutterInput {
  readonly links: readonly Link[];
  readonly insideRow: (link: Link) => RowPlace | undefined;
  readonly hostRow: (link: Link) => RowPlace | undefined;
  readonly inside: PaneGeometry;
  readonly host: PaneGeometry;
}

/** Which links are drawn and where they end. Pure: every length comes in, nothing is measured here. */
export function layoutLinks(input: GutterInput): GutterLayout {
  const drawn: DrawnLink[] = [];
  let below = 0;
  let above = 0;
  for (const link of input.links) {
    const insideRow = input.insideRow(link);
    const hostRow = input.hostRow(link);
    if (!insideRow || !hostRow) continue;
    const inside = placeOf(insideRow, input.inside);
    const host = placeOf(hostRow, input.host);
    if ("y" in inside || "y" in host) drawn.push({ link, inside, host });
    else if (inside.away === "down") below++;
    else above++;
  }
  return { links: drawn, below, above };
}

/** A smooth path between two heights, from `x1` to `x2`, bending at the middle. */
export function linkPath(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
