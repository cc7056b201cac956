import { Eye16Regular } from "@fluentui/react-icons/svg/eye";
import { MoreHorizontal16Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { Stop16Regular } from "@fluentui/react-icons/svg/stop";
import { WindowConsoleRegular } from "@fluentui/react-icons/svg/window-console";
import type { ReactElement } from "react";
import type { Capability } from "../../../electron/contract/engine.ts";
import { openDetails, openScope } from "../../app/router.ts";
import { actionWords, containersStrings } from "../../strings/containers.ts";
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

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  /** Why it cannot be done; null when it can. */
  readonly reason?: string | null;
  readonly opensMenu?: boolean;
  readonly onClick: (button: HTMLElement) => void;
}

/** Stays focusable when it cannot be done, so that the reason can be read. */
function RowButton({ label, icon, reason = null, opensMenu = false, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      className="row-button"
      tabIndex={-1}
      data-row-control=""
      aria-label={label}
      title={reason ? `${label}: ${reason}` : label}
      aria-disabled={reason !== null}
      {...(opensMenu && { "aria-haspopup": "menu" as const })}
      onClick={(event) => {
        event.stopPropagation();
        if (reason === null) onClick(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") event.stopPropagation();
      }}
    >
      {icon}
    </button>
  );
}
