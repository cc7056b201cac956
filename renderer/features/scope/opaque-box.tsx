import { EyeOff20Regular } from "@fluentui/react-icons/svg/eye-off";
import { scopeStrings } from "../../strings/scope.ts";
import { GridCell } from "../../ui/grid-parts.tsx";
import type { OpaqueItem } from "./pane-items.ts";

/** Where the container's rows would be, if the host could see them. */
export function OpaqueBox({ count, evidence }: Pick<OpaqueItem, "count" | "evidence">) {
  return (
    <GridCell className="opaque hatch">
      <span className="opaque-label">
        <EyeOff20Regular />
        <span>
          <b>{scopeStrings.opaqueTitle}</b>
          <span className="small">{scopeStrings.opaqueText(count)}</span>
          {evidence && <span className="small">{evidence}</span>}
        </span>
      </span>
    </GridCell>
  );
}
