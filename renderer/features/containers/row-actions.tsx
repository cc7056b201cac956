import { Eye16Regular } from "@fluentui/react-icons/svg/eye";
import { MoreHorizontal16Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { Stop16Regular } from "@fluentui/react-icons/svg/stop";
import { WindowConsoleRegular } from "@fluentui/react-icons/svg/window-console";
import type { Capability } from "../../../electron/contract/engine.ts";
import { openDetails, openScope } from "../../app/router.ts";
import { actionWords, containersStrings } from "../../strings/containers.ts";
import { RowButton } from "../../ui/row-button.tsx";
import { type ContainerRow, capabilityOf } from "./container-row.ts";
import { useControl } from "./control.ts";
import { consoleCapability } from "./stream-capabilities.ts";

interface RowActionsProps {
  readonly row: ContainerRow;
  /** Where there is little room, only Scope and the menu. */
  readonly few: boolean;
  readonly onMenu: (row: ContainerRow, anchor: DOMRect) => void;
}

/** Shown while the row is pointed at or focused. */
export function RowActions({ row, few, onMenu }: RowActionsProps) {
  const control = useControl();
  const stop = capabilityOf(row, "stop");
  const { name } = row.container;
  return (
    <span className="row-actions">
      {!few && (
        <RowButton
          label={`${containersStrings.console}: ${name}`}
          icon={<WindowConsoleRegular />}
          reason={reasonOf(consoleCapability(row))}
          onClick={() => openDetails(row.key, "console")}
        />
      )}
      <RowButton
        label={`${containersStrings.openScope}: ${name}`}
        icon={<Eye16Regular />}
        onClick={() => openScope(row.key)}
      />
      {!few && (
        <RowButton
          label={`${actionWords.stop} ${name}`}
          icon={<Stop16Regular />}
          reason={reasonOf(stop)}
          onClick={() => control({ key: row.key, name, action: "stop" })}
        />
      )}
      <RowButton
        label={`${containersStrings.more}: ${name}`}
        icon={<MoreHorizontal16Regular />}
        opensMenu
        onClick={(button) => onMenu(row, button.getBoundingClientRect())}
      />
    </span>
  );
}

const reasonOf = (capability: Capability) => (capability.can ? null : capability.reason);
