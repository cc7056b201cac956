import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import type { ReactElement } from "react";
import type { Action } from "../../../electron/contract/engine.ts";
import { openScope } from "../../app/router.ts";
import { actionWords, containersStrings } from "../../strings/containers.ts";
import { copyText } from "../../ui/copy-text.ts";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { openRemove } from "../../ui-state/surfaces.ts";
import { type ContainerRow, capabilityOf } from "./container-row.ts";
import { useControl } from "./control.ts";
import { footprintPid } from "./footprint.ts";

const ICONS: Readonly<Record<Action, ReactElement>> = {
  start: <PlayRegular />,
  stop: <StopRegular />,
  kill: <FlashRegular />,
  restart: <ArrowClockwiseRegular />,
  pause: <PauseRegular />,
  unpause: <PlayRegular />,
  remove: <DeleteRegular />,
};

export interface MenuPlace {
  readonly row: ContainerRow;
  readonly at: DOMRect;
}

interface RowMenuProps {
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** The menu of one row, from its button, the right mouse button or the Menu key. */
export function RowMenu({ place, onClose }: RowMenuProps) {
  const { row, at } = place;
  const control = useControl();
  const pid = footprintPid(row.container.footprint);
  const { name, state } = row.container;
  const ask = (action: Action) =>
    action === "remove" ? openRemove([row.key]) : control({ key: row.key, name, action });
  const actions: Action[] = ["stop", "restart", state === "paused" ? "unpause" : "pause", "kill"];
  return (
    <PopupMenu target={at} onClose={onClose}>
      <MenuList aria-label={`Actions for ${name}`}>
        <MenuItem icon={<EyeRegular />} secondaryContent="Enter" onClick={() => openScope(row.key)}>
          {containersStrings.openScope}
        </MenuItem>
        <MenuDivider />
        {actions.map((action) => (
          <ActionItem key={action} row={row} action={action} onAsk={ask} />
        ))}
        <MenuDivider />
        <MenuItem icon={<CopyRegular />} disabled={pid === null} onClick={() => void copyText(String(pid))}>
          {containersStrings.copyPid}
        </MenuItem>
        <MenuItem icon={<CopyRegular />} onClick={() => void copyText(name)}>
          {containersStrings.copyName}
        </MenuItem>
        <MenuDivider />
        <ActionItem row={row} action="remove" onAsk={ask} />
      </MenuList>
    </PopupMenu>
  );
}

interface ActionItemProps {
  readonly row: ContainerRow;
  readonly action: Action;
  readonly onAsk: (action: Action) => void;
}

function ActionItem({ row, action, onAsk }: ActionItemProps) {
  const capability = capabilityOf(row, action);
  return (
    <MenuItem
      icon={ICONS[action]}
      disabled={!capability.can}
      {...(!capability.can && { title: capability.reason, subText: capability.reason })}
      {...(action === "remove" && { secondaryContent: "Del" })}
      onClick={() => onAsk(action)}
    >
      {actionWords[action]}
    </MenuItem>
  );
}
