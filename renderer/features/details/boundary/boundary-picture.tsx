import { EyeOff16Regular } from "@fluentui/react-icons/svg/eye-off";
import { Server16Regular } from "@fluentui/react-icons/svg/server";
import type { Container } from "../../../../electron/contract/container.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import { plural, shownName } from "../../../../electron/model/format.ts";
import { type Hole, isCounted } from "../../../../electron/model/holes.ts";
import { boundaryStrings } from "../../../strings/boundary.ts";
import { detailsStrings } from "../../../strings/details.ts";
import { scopeStrings } from "../../../strings/scope.ts";
import { isActive } from "../../containers/container-row.ts";
import { shortWorker } from "../../containers/footprint.ts";

interface BoundaryPictureProps {
  readonly container: Container;
  readonly scope: Scope | undefined;
  readonly pidWord: string;
  readonly holes: readonly Hole[];
}

/** Inside, the wall with its holes, and what the host has of it. The numbers are those of the list below. */
export function BoundaryPicture({ container, scope, pidWord, holes }: BoundaryPictureProps) {
  const walled = container.isolation === "hyperv";
  return (
    <section className="boundary-picture" aria-label={boundaryStrings.picture(container.name)}>
      <div className="boundary-inside">
        <b className="ellipsis">{shownName(container.name)}</b>
        <span className="mono boundary-command">{container.command}</span>
        <span className="small dim">{insideText(container, scope)}</span>
      </div>
      <div className="boundary-wall">
        <span className={`gutter-word iso-${walled ? "hyperv" : "process"}`}>
          {walled ? scopeStrings.wall : scopeStrings.namespaceLine}
        </span>
        <div className={walled ? "wall-line hatch" : "wall-line"}>
          {holes.filter(isCounted).map((hole, index) => (
            <span
              key={`${hole.kind} ${hole.what}`}
              className={`hole-mark risk-${hole.risk}`}
              title={hole.what}
            >
              {index + 1}
            </span>
          ))}
        </div>
      </div>
      <div className="boundary-host">
        <b className="boundary-host-title">
          <Server16Regular />
          {detailsStrings.host}
        </b>
        <HostSide container={container} pidWord={pidWord} />
      </div>
    </section>
  );
}

function insideText(container: Container, scope: Scope | undefined): string {
  if (!isActive(container)) return boundaryStrings.notRunning;
  return scope && !scope.insideError ? plural(scope.inside.length, "process", "processes") : "";
}

function HostSide({ container, pidWord }: { readonly container: Container; readonly pidWord: string }) {
  const { footprint } = container;
  switch (footprint.kind) {
    case "none":
      return <span className="small dim">{boundaryStrings.nothingOnHost}</span>;
    case "unknown":
      return (
        <span className="small dim" title={footprint.why}>
          {boundaryStrings.unknownFootprint}
        </span>
      );
    case "worker":
      return (
        <span className="boundary-worker">
          <span className="mono">
            {shortWorker(footprint.worker.name)}, {pidWord} {footprint.worker.pid}
          </span>
          <span className="boundary-opaque hatch">
            <span>
              <EyeOff16Regular /> {scopeStrings.opaqueTitle}
            </span>
          </span>
        </span>
      );
    case "processes":
      return (
        <>
          {footprint.main && (
            <span className="mono boundary-seen">
              {pidWord} {footprint.main.pid}
            </span>
          )}
          {footprint.others > 0 && (
            <span className="small dim">
              {footprint.main
                ? boundaryStrings.more(footprint.others)
                : plural(footprint.others, "process", "processes")}
            </span>
          )}
        </>
      );
  }
}
