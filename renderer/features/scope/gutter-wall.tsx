import { placeOf } from "./gutter-layout.ts";
import { type HostPaneItem, type InsidePaneItem, OPAQUE_KEY, PROCESS_HEIGHT } from "./pane-items.ts";
import type { PlacedItems } from "./placed-items.ts";
import type { GutterGeometry } from "./use-gutter-geometry.ts";

interface GutterWallProps {
  readonly geometry: GutterGeometry;
  readonly inside: PlacedItems<InsidePaneItem>;
  readonly host: PlacedItems<HostPaneItem>;
  readonly foundPid: number | null;
}

const TOP = 22;
const HALF = 8;

/** The VM's wall: every inside PID ends at it. The worker's box joins it from the other side, as its outside. */
export function GutterWall({ geometry, inside, host, foundPid }: GutterWallProps) {
  const { width, height } = geometry;
  const left = width / 2 - HALF;
  return (
    <>
      <defs>
        <pattern
          id="wall-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" stroke="var(--isoHypervStroke)" strokeWidth="2" />
        </pattern>
      </defs>
      <rect
        className="wall"
        x={left}
        y={TOP}
        width={2 * HALF}
        height={Math.max(0, height - TOP)}
        fill="var(--isoHypervBackground)"
        stroke="var(--isoHypervStroke)"
        strokeWidth="2"
      />
      <rect
        className="wall"
        x={left}
        y={TOP}
        width={2 * HALF}
        height={Math.max(0, height - TOP)}
        fill="url(#wall-hatch)"
      />
      <WorkerJoint geometry={geometry} host={host} />
      {inside.items.map((item) => {
        const place = item.kind === "process" ? inside.at(item.key) : undefined;
        if (item.kind !== "process" || !place || item.row.pid === null) return null;
        const where = placeOf(place, geometry.inside);
        return "y" in where ? (
          <Stub key={item.key} pid={item.row.pid} y={where.y} end={left} found={item.row.pid === foundPid} />
        ) : null;
      })}
    </>
  );
}

interface StubProps {
  readonly pid: number;
  readonly y: number;
  readonly end: number;
  readonly found: boolean;
}

/** A line that goes no further than the wall. */
function Stub({ pid, y, end, found }: StubProps) {
  const start = String(pid).length * (found ? 8 : 7) + 8;
  const cap = found ? 6 : 3.5;
  return (
    <g className={found ? "stub found" : "stub"}>
      <text x={3} y={y + 4}>
        {pid}
      </text>
      <path d={`M${start} ${y}H${end - 3}`} />
      <path className="cap" d={`M${end - 2} ${y - cap}v${2 * cap}`} />
    </g>
  );
}

/** The opaque box, carried from the host pane to the wall as far as it is in sight. */
function WorkerJoint({
  geometry,
  host,
}: {
  readonly geometry: GutterGeometry;
  readonly host: PlacedItems<HostPaneItem>;
}) {
  const worker = host.items.find((item) => item.kind === "process" && item.worker);
  const place = worker && host.at(worker.key);
  const box = host.at(OPAQUE_KEY);
  if (worker?.kind !== "process" || !place || !box) return null;
  const { width, host: pane } = geometry;
  const top = Math.max(0, place.offset - pane.scrollTop);
  const bottom = Math.min(pane.height, box.offset + box.size - pane.scrollTop);
  if (bottom <= top) return null;
  const lid = Math.min(bottom, Math.max(top, place.offset + PROCESS_HEIGHT - pane.scrollTop));
  const x = width / 2 + HALF + 1;
  const w = width - x + 2;
  return (
    <g>
      <rect x={x - 1} y={pane.top + top} width={w} height={bottom - top} fill="var(--isoHypervBackground)" />
      <rect
        x={x}
        y={pane.top + lid + 4}
        width={w}
        height={Math.max(0, bottom - lid - 5)}
        fill="url(#wall-hatch)"
        opacity=".5"
      />
      <path
        d={`M${x} ${pane.top + top + 1.5}h${w}M${x} ${pane.top + bottom - 1.5}h${w}`}
        stroke="var(--isoHypervStroke)"
        strokeWidth="3"
      />
      {lid - top > 16 && (
        <text x={x + w / 2} y={pane.top + top + 17} textAnchor="middle" className="worker-pid">
          {worker.row.pid}
        </text>
      )}
    </g>
  );
}
