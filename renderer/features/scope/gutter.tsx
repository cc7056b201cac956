import type { RefObject } from "react";
import type { Scope } from "../../../electron/contract/scope.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { GutterLinks } from "./gutter-links.tsx";
import { GutterWall } from "./gutter-wall.tsx";
import type { HostPaneItem, InsidePaneItem } from "./pane-items.ts";
import type { PlacedItems } from "./placed-items.ts";
import type { GutterGeometry } from "./use-gutter-geometry.ts";

interface GutterProps {
  readonly gutterRef: RefObject<HTMLDivElement | null>;
  readonly geometry: GutterGeometry | null;
  readonly scope: Scope;
  readonly inside: PlacedItems<InsidePaneItem>;
  readonly host: PlacedItems<HostPaneItem>;
  /** The inside PID that was found; null when nothing was. */
  readonly foundPid: number | null;
}

/** Between the panes: a line that can be looked through, or a wall. It repeats what the rows say and holds nothing else. */
export function Gutter({ gutterRef, geometry, scope, inside, host, foundPid }: GutterProps) {
  const walled = scope.isolation === "hyperv";
  const kind = walled ? "iso-hyperv" : "iso-process";
  return (
    <div ref={gutterRef} className="gutter">
      <span className={`gutter-label ${kind}`}>
        {walled ? scopeStrings.wall : scopeStrings.namespaceLine}
      </span>
      <svg
        role="img"
        aria-label={
          walled
            ? scopeStrings.wallSummary
            : scopeStrings.linkSummary(scope.links.length, scope.inside.length)
        }
      >
        {geometry &&
          (walled ? (
            <GutterWall
              geometry={geometry}
              inside={inside}
              host={host}
              foundPid={foundPid ?? scope.mainPid}
            />
          ) : (
            <GutterLinks
              geometry={geometry}
              links={scope.links}
              inside={inside}
              host={host}
              foundPid={foundPid ?? scope.mainPid}
            />
          ))}
      </svg>
    </div>
  );
}
