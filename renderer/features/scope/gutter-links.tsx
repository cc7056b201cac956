import type { Link } from "../../../electron/contract/scope.ts";
import { type DrawnLink, layoutLinks, linkPath, type RowPlace, type Where } from "./gutter-layout.ts";
import { type HostPaneItem, type InsidePaneItem, insideKey } from "./pane-items.ts";
import type { PlacedItems } from "./placed-items.ts";
import type { GutterGeometry } from "./use-gutter-geometry.ts";

interface GutterLinksProps {
  readonly geometry: GutterGeometry;
  readonly links: readonly Link[];
  readonly inside: PlacedItems<InsidePaneItem>;
  readonly host: PlacedItems<HostPaneItem>;
  readonly foundPid: number | null;
}

const TOP = 22;

/** The dashed namespace line and every link through it that has an end in sight. */
export function GutterLinks({ geometry, links, inside, host, foundPid }: GutterLinksProps) {
  const hostPlaces = placesByPid(host);
  const layout = layoutLinks({
    links,
    insideRow: (link) => inside.at(insideKey(link.insidePid)),
    hostRow: (link) => hostPlaces.get(link.hostPid),
    inside: geometry.inside,
    host: geometry.host,
  });
  const { width, height } = geometry;
  const found = layout.links.filter(({ link }) => link.insidePid === foundPid);
  const others = layout.links.filter(({ link }) => link.insidePid !== foundPid);
  return (
    <>
      <path
        d={`M${width / 2} ${TOP}V${height}`}
        stroke="var(--isoProcessStroke)"
        strokeWidth="1.5"
        strokeDasharray="4 4"
        fill="none"
      />
      {others.map((drawn) => (
        <LinkLine key={drawn.link.insidePid} drawn={drawn} width={width} height={height} found={false} />
      ))}
      {found.map((drawn) => (
        <LinkLine key={drawn.link.insidePid} drawn={drawn} width={width} height={height} found />
      ))}
      {layout.below > 0 && (
        <text x={width / 2} y={height - 4} textAnchor="middle" className="gutter-count">
          {layout.below} below
        </text>
      )}
      {layout.above > 0 && (
        <text x={width / 2} y={TOP + 12} textAnchor="middle" className="gutter-count">
          {layout.above} above
        </text>
      )}
    </>
  );
}

function placesByPid(host: PlacedItems<HostPaneItem>): Map<number, RowPlace> {
  const places = new Map<number, RowPlace>();
  for (const item of host.items) {
    const place = item.kind === "process" && item.related ? host.at(item.key) : undefined;
    if (item.kind === "process" && place) places.set(item.row.pid, place);
  }
  return places;
}

interface LinkLineProps {
  readonly drawn: DrawnLink;
  readonly width: number;
  readonly height: number;
  readonly found: boolean;
}

function LinkLine({ drawn, width, height, found }: LinkLineProps) {
  const { link, inside, host } = drawn;
  const digit = found ? 8 : 7;
  const x1 = String(link.insidePid).length * digit + 8;
  const x2 = width - String(link.hostPid).length * digit - 8;
  const className = found ? "link found" : "link";
  const path = pathOf(inside, host, x1, x2, height);
  return (
    <g className={className}>
      {"y" in inside && (
        <text x={3} y={inside.y + 4}>
          {link.insidePid}
        </text>
      )}
      {"y" in host && (
        <text x={width - 3} y={host.y + 4} textAnchor="end">
          {link.hostPid}
        </text>
      )}
      <path d={path} fill="none" />
      {found && "y" in inside && "y" in host && (
        <Ring x={width / 2} y={(inside.y + host.y) / 2} sign={link.insidePid === link.hostPid ? "=" : "→"} />
      )}
    </g>
  );
}

/** From row to row, or from the row in sight to an arrow that points to where the other is scrolled away. */
function pathOf(inside: Where, host: Where, x1: number, x2: number, height: number): string {
  if ("y" in inside && "y" in host) return linkPath(x1, inside.y, x2, host.y);
  if ("y" in inside && "away" in host) return arrowPath(x1, x1 + 14, inside.y, host.away, height);
  if ("y" in host && "away" in inside) return arrowPath(x2, x2 - 14, host.y, inside.away, height);
  return "";
}

function arrowPath(from: number, to: number, y: number, away: "up" | "down", height: number): string {
  const end = away === "down" ? Math.max(y + 6, height - 10) : Math.min(y - 6, TOP + 8);
  const back = away === "down" ? -4 : 4;
  return `M${from} ${y}H${to}V${end}M${to - 3} ${end + back}L${to} ${end}L${to + 3} ${end + back}`;
}

function Ring({ x, y, sign }: { readonly x: number; readonly y: number; readonly sign: string }) {
  return (
    <>
      <circle cx={x} cy={y} r={10} className="ring" />
      <text x={x} y={y + 5} textAnchor="middle" className="ring-sign">
        {sign}
      </text>
    </>
  );
}
