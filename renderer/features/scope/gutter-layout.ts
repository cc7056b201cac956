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

/** One link with where its ends are, and the rows they are at. */
export interface PlacedLink {
  readonly link: Link;
  readonly inside: Where;
  readonly host: Where;
  readonly insideKey: string;
  readonly hostKey: string;
}

export interface GutterLayout {
  /** Links with at least one end in sight. */
  readonly links: readonly PlacedLink[];
  /** Links of which an end is scrolled away upwards, the nearest first. */
  readonly above: readonly PlacedLink[];
  /** Links of which an end is scrolled away downwards, the nearest first. */
  readonly below: readonly PlacedLink[];
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
  const placed = input.links
    .flatMap((link) => placeLink(link, input))
    .sort((a, b) => a.hostOffset - b.hostOffset)
    .map(({ placed: one }) => one);
  const away = (direction: "up" | "down") => (one: PlacedLink) =>
    isAway(one.inside, direction) || isAway(one.host, direction);
  return {
    links: placed.filter(({ inside, host }) => "y" in inside || "y" in host),
    above: placed.filter(away("up")).reverse(),
    below: placed.filter(away("down")),
  };
}

function placeLink(
  link: Link,
  input: GutterInput,
): { readonly placed: PlacedLink; readonly hostOffset: number }[] {
  const insideRow = input.insideRow(link);
  const hostRow = input.hostRow(link);
  if (!insideRow || !hostRow) return [];
  const inside = placeOf(insideRow, input.inside);
  const host = placeOf(hostRow, input.host);
  const placed = { link, inside, host, insideKey: insideRow.key, hostKey: hostRow.key };
  return [{ placed, hostOffset: hostRow.offset }];
}

export const isAway = (where: Where, direction: "up" | "down"): boolean =>
  "away" in where && where.away === direction;

/** A smooth path between two heights, from `x1` to `x2`, bending at the middle. */
export function linkPath(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** How far an arrow reaches from the number it begins at, and half its height: it stays within its row. */
const ARROW_REACH = 13;
const ARROW_DROP = 7;

/** From a row towards where its partner is scrolled away. `toward` is 1 for an arrow that leaves to the right. */
export function arrowPath(x: number, y: number, away: "up" | "down", toward: 1 | -1): string {
  const tip = x + toward * ARROW_REACH;
  const drop = away === "down" ? ARROW_DROP : -ARROW_DROP;
  const back = away === "down" ? -4 : 4;
  return `M${x} ${y}H${tip}V${y + drop}M${tip - 4} ${y + drop + back}L${tip} ${y + drop}L${tip + 4} ${y + drop + back}`;
}

/** The middle of an arrow, for what is pressed over it. */
export const arrowMiddle = (x: number, toward: 1 | -1): number => x + toward * (ARROW_REACH - 2);

/** Where a link begins beside the number printed at its end; found links print larger. */
export const numberWidth = (pid: number, found: boolean): number => String(pid).length * (found ? 8 : 7) + 8;
