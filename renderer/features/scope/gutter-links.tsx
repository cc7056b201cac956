import type { ExitedInside } from "./exited.ts";
import { arrowPath, linkPath, numberWidth, type PlacedLink, placeOf, type Where } from "./gutter-layout.ts";
import { type InsidePaneItem, insideKey } from "./pane-items.ts";
import type { PlacedItems } from "./placed-items.ts";
import type { GutterGeometry } from "./use-gutter-geometry.ts";

interface GutterLinksProps {
  readonly geometry: GutterGeometry;
  readonly links: readonly PlacedLink[];
  readonly inside: PlacedItems<InsidePaneItem>;
  readonly exited: readonly ExitedInside[];
  readonly foundPid: number | null;
}

const TOP = 22;

/** The dashed namespace line and every link through it that has an end in sight. */
export function GutterLinks({ geometry, links, inside, exited, foundPid }: GutterLinksProps) {
  const { width, height } = geometry;
  const found = links.filter(({ link }) => link.insidePid === foundPid);
  const others = links.filter(({ link }) => link.insidePid !== foundPid);
  return (
    <>
      <path
        d={`M${width / 2} ${TOP}V${height}`}
        stroke="var(--isoProcessStroke)"
        strokeWidth="1.5"
        strokeDasharray="4 4"
        fill="none"
      />
      {others.map((placed) => (
        <LinkLine key={placed.link.insidePid} placed={placed} width={width} found={false} />
      ))}
      {found.map((placed) => (
        <LinkLine key={placed.link.insidePid} placed={placed} width={width} found />
      ))}
      {exited.map(({ row, linked }) => {
        const place = row.pid === null || !linked ? undefined : inside.at(insideKey(row.pid));
        const where = place && placeOf(place, geometry.inside);
        return where && "y" in where && row.pid !== null ? (
          <EndedStub key={row.pid} pid={row.pid} y={where.y} />
        ) : null;
      })}
    </>
  );
}

interface LinkLineProps {
  readonly placed: PlacedLink;
  readonly width: number;
  readonly found: boolean;
}

function LinkLine({ placed, width, found }: LinkLineProps) {
  const { link, inside, host } = placed;
  const x1 = numberWidth(link.insidePid, found);
  const x2 = width - numberWidth(link.hostPid, found);
  return (
    <g className={found ? "link found" : "link"}>
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
      <path d={pathOf(inside, host, x1, x2)} fill="none" />
      {found && "y" in inside && "y" in host && (
        <Ring x={width / 2} y={(inside.y + host.y) / 2} sign={link.insidePid === link.hostPid ? "=" : "→"} />
      )}
    </g>
  );
}

/** From row to row, or from the row in sight to an arrow that points to where the other is scrolled away. */
function pathOf(inside: Where, host: Where, x1: number, x2: number): string {
  if ("y" in inside && "y" in host) return linkPath(x1, inside.y, x2, host.y);
  if ("y" in inside && "away" in host) return arrowPath(x1, inside.y, host.away, 1);
  if ("y" in host && "away" in inside) return arrowPath(x2, host.y, inside.away, -1);
  return "";
}

/** What is left of the link of a process that has ended. */
function EndedStub({ pid, y }: { readonly pid: number; readonly y: number }) {
  const x = numberWidth(pid, false);
  return (
    <g className="link ended">
      <text x={3} y={y + 4}>
        {pid}
      </text>
      <path d={`M${x} ${y}h12`} fill="none" />
    </g>
  );
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
