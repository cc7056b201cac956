import { BranchRegular } from "@fluentui/react-icons/svg/branch";
import { DatabaseRegular } from "@fluentui/react-icons/svg/database";
import { FolderRegular } from "@fluentui/react-icons/svg/folder";
import { OrganizationRegular } from "@fluentui/react-icons/svg/organization";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { PipelineRegular } from "@fluentui/react-icons/svg/pipeline";
import { PlugConnectedRegular } from "@fluentui/react-icons/svg/plug-connected";
import { UsbPlugRegular } from "@fluentui/react-icons/svg/usb-plug";
import type { ReactElement } from "react";
import type { HoleKind, Holes } from "../../../../electron/model/holes.ts";
import { boundaryStrings, effectWords, kindWords, riskWords } from "../../../strings/boundary.ts";

const ICONS: Readonly<Record<HoleKind, ReactElement>> = {
  folder: <FolderRegular />,
  volume: <DatabaseRegular />,
  pipe: <PipelineRegular />,
  port: <PlugConnectedRegular />,
  network: <OrganizationRegular />,
  device: <UsbPlugRegular />,
  namespace: <PeopleRegular />,
  channel: <BranchRegular />,
};

/** Each hole with what it lets through. The numbers are those in the picture. */
export function HoleList({ holes }: { readonly holes: Holes }) {
  if (holes === null) return <p className="dim small">{boundaryStrings.holesUnknown}</p>;
  if (holes.length === 0) return <p className="small">{boundaryStrings.noHoles}</p>;
  return (
    <ol className="hole-list">
      {holes.map((hole) => (
        <li key={`${hole.kind} ${hole.what}`} {...(hole.kind === "channel" && { className: "own-channel" })}>
          {ICONS[hole.kind]}
          <span className="hole-text">
            <span>
              <b>{kindWords[hole.kind]}</b> <span className="mono">{hole.what}</span>
            </span>
            <span className="dim small">{effectWords[hole.effect]}</span>
          </span>
          <span className={`hole-risk risk-${hole.risk}`}>{riskWords[hole.risk]}</span>
        </li>
      ))}
    </ol>
  );
}
