import { useMemo } from "react";
import { holesOf } from "../../../../electron/model/holes.ts";
import { postureOf } from "../../../../electron/model/posture.ts";
import { vmCountText, wordsOf } from "../../../app/words.ts";
import { useHostInfo, useLive } from "../../../engine/host-context.tsx";
import { containersResource, enginesResource, scopeResource } from "../../../engine/resources.ts";
import { boundaryStrings, postureText } from "../../../strings/boundary.ts";
import { errorText } from "../../../strings/errors.ts";
import { IsoGlyph } from "../../../ui/iso-glyph.tsx";
import { isActive } from "../../containers/container-row.ts";
import { KernelStrip } from "../../scope/kernel-strip.tsx";
import { useInspection } from "../inspection.ts";
import type { TabProps } from "../tab.ts";
import { BoundaryEvidence } from "./boundary-evidence.tsx";
import { BoundaryPicture } from "./boundary-picture.tsx";
import { HoleList } from "./hole-list.tsx";
import "../../scope/scope.css";
import "./boundary.css";

/** What surrounds the container now: whose kernel it stands on, what the host sees, and what leads through. */
export function BoundaryTab({ container }: TabProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const containers = useLive(containersResource).rows;
  const engine = useLive(enginesResource).rows.get(container.engine);
  const scope = useLive(scopeResource(container.key)).rows.get(container.key);
  const { document, error } = useInspection(container, false);
  const holes = useMemo(() => (document ? holesOf(document, container.ports) : null), [document, container]);
  const { isolation } = container;
  const vms = [...containers.values()].filter((one) => one.isolation === "hyperv" && isActive(one)).length;
  return (
    <div className="boundary">
      <p className="posture">
        {isolation && <IsoGlyph isolation={isolation} size={20} />}
        <b>{postureText(postureOf(isolation, holes))}</b>
      </p>
      <div className={`boundary-figure scope-${isolation ?? "process"}`}>
        <BoundaryPicture container={container} scope={scope} pidWord={words.pid} holes={holes ?? []} />
        {scope && (
          <KernelStrip
            scope={scope}
            engine={engine}
            words={words}
            vmCount={host ? vmCountText(host.platform, vms, words) : ""}
          />
        )}
      </div>
      <h3>{boundaryStrings.holes}</h3>
      {document && <HoleList holes={holes} />}
      {!document && !error && <p className="dim small">{boundaryStrings.reading}</p>}
      {error && (
        <p className="small">
          {errorText(error).title} {errorText(error).cause}
        </p>
      )}
      <h3>{boundaryStrings.evidence}</h3>
      <BoundaryEvidence container={container} scope={scope} />
    </div>
  );
}
