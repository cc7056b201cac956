import { ArrowImportRegular } from "@fluentui/react-icons/svg/arrow-import";
import type { Capability } from "../../../electron/contract/engine.ts";
import { imagesStrings } from "../../strings/images.ts";

/** Lies over the screen while files are held over it. Its frame is solid: dashed would mean a namespace. */
export function DropTarget({ capability }: { readonly capability: Capability }) {
  return (
    <div className="drop-target">
      <div className="drop-card">
        <ArrowImportRegular />
        <b>{capability.can ? imagesStrings.drop : imagesStrings.cannotDrop}</b>
        <span className="dim small">{capability.can ? imagesStrings.dropHint : capability.reason}</span>
      </div>
    </div>
  );
}
