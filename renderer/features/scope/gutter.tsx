import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { Scope } from "../../../electron/contract/scope.ts";
import { scopeStrings } from "../../strings/scope.ts";
import type { ExitedInside } from "./exited.ts";
import { type GoToRows, GutterArrows } from "./gutter-arrows.tsx";
import { layoutLinks, type RowPlace } from "./gutter-layout.ts";
import { GutterLinks } from "./gutter-links.tsx";
import { GutterWall } from "./gutter-wall.tsx";
import { type HostPaneItem, type InsidePaneItem, insideKey } from "./pane-items.ts";
import type { PlacedItems } from "./placed-items.ts";
import { type GutterGeometry, useGutterGeometry } from "./use-gutter-geometry.ts";

interface GutterProps {
  readonly insideScroller: RefObject<HTMLDivElement | null>;
  readonly hostScroller: RefObject<HTMLDivElement | null>;
  readonly scope: Scope;
  readonly inside: PlacedItems<InsidePaneItem>;
  readonly host: PlacedItems<HostPaneItem>;
  readonly exited: readonly ExitedInside[];
  /** The inside PID that was found; null when nothing was. */
  readonly foundPid: number | null;
  readonly pidWord: string;
  readonly onGo: GoToRows;
}

/**
 * Between the panes: a line that can be looked through, or a wall, as one drawing made anew in one animation frame
 * after a scroll, a resize or a change of rows. It repeats what the rows say and holds nothing else.
 */
export function Gutter(props: GutterProps) {
  const { scope, inside, host } = props;
  const gutter = useRef<HTMLDivElement>(null);
  const { geometry, refresh } = useGutterGeometry(gutter, props.insideScroller, props.hostScroller);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come or go move what the lines join
  useLayoutEffect(refresh, [refresh, inside, host]);
  const walled = scope.isolation === "hyperv";
  const summary = walled
    ? scopeStrings.wallSummary
    : scopeStrings.linkSummary(scope.links.length, scope.inside.length);
  const foundPid = props.foundPid ?? scope.mainPid;
  return (
    <div ref={gutter} className="gutter">
      <span className={`gutter-label iso-${walled ? "hyperv" : "process"}`}>
        {walled ? scopeStrings.wall : scopeStrings.namespaceLine}
      </span>
      {geometry && !walled ? (
        <LinkDrawing {...props} geometry={geometry} foundPid={foundPid} summary={summary} />
      ) : (
        <svg role="img" aria-label={summary}>
          {geometry && <GutterWall geometry={geometry} inside={inside} host={host} foundPid={foundPid} />}
        </svg>
      )}
    </div>
  );
}

interface LinkDrawingProps extends GutterProps {
  readonly geometry: GutterGeometry;
  readonly summary: string;
}

function LinkDrawing({ geometry, summary, scope, inside, host, exited, ...props }: LinkDrawingProps) {
  const hostPlaces = useMemo(() => placesByPid(host), [host]);
  const layout = layoutLinks({
    links: scope.links,
    insideRow: (link) => inside.at(insideKey(link.insidePid)),
    hostRow: (link) => hostPlaces.get(link.hostPid),
    inside: geometry.inside,
    host: geometry.host,
  });
  const { foundPid, pidWord, onGo } = props;
  return (
    <>
      <svg role="img" aria-label={summary}>
        <GutterLinks
          geometry={geometry}
          links={layout.links}
          inside={inside}
          exited={exited}
          foundPid={foundPid}
        />
      </svg>
      <GutterArrows
        layout={layout}
        width={geometry.width}
        foundPid={foundPid}
        pidWord={pidWord}
        onGo={onGo}
      />
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
