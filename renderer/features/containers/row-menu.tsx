import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { PanelRightRegular } from "@fluentui/react-icons/svg/panel-right";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import { WindowConsoleRegular } from "@fluentui/react-icons/svg/window-console";
import type { ReactElement } from "react";
import type { Action, Capability } from "../../../electron/contract/engine.ts";
import { openDetails, openScope } from "../../app/router.ts";
import { actionWords, containersStrings } from "../../strings/containers.ts";
import { copyText } from "../../ui/copy-text.ts";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { openRemove } from "../../ui-state/surfaces.ts";
import { type ContainerRow, capabilityOf } from "./container-row.ts";
import { useControl } from "./control.ts";
import { footprintPid } from "./footprint.ts";
import { consoleCapability, logsCapability } from "./stream-capabilities.ts";

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
  const { name } = row.container;
  const ask = (action: Action) =>
    action === "remove" ? openRemove([row.key]) : control({ key: row.key, name, action });
  return (
    <PopupMenu target={at} onClose={onClose}>
      <MenuList aria-label={containersStrings.actionsFor(name)}>
        <OpenItems row={row} />
        <MenuDivider />
        {actionsOf(row).map((action) => (
          <ActionItem key={action} row={row} action={action} onAsk={ask} />
        ))}
        <MenuDivider />
        <CopyItems row={row} />
        <MenuDivider />
        <ActionItem row={row} action="remove" onAsk={ask} />
      </MenuList>
    </PopupMenu>
  );
}

/** Of two that exclude each other, the one that makes sense in this state. */
function actionsOf({ container }: ContainerRow): readonly Action[] {
  const first = container.actions.start.can ? "start" : "stop";
  return [first, "restart", container.state === "paused" ? "unpause" : "pause", "kill"];
}

function OpenItems({ row }: { readonly row: ContainerRow }) {
  const { key } = row;
  return (
    <>
      <MenuItem icon={<PanelRightRegular />} secondaryContent="Enter" onClick={() => openDetails(key)}>
        {containersStrings.openDetails}
      </MenuItem>
      <MenuItem icon={<EyeRegular />} secondaryContent="Alt+Enter" onClick={() => openScope(key)}>
        {containersStrings.openScope}
      </MenuItem>
      <MenuItem
        icon={<WindowConsoleRegular />}
        {...refused(consoleCapability(row))}
        onClick={() => openDetails(key, "console")}
      >
        {containersStrings.console}
      </MenuItem>
      <MenuItem
        icon={<DocumentTextRegular />}
        {...refused(logsCapability(row))}
        onClick={() => openDetails(key, "logs")}
      >
        {containersStrings.logs}
      </MenuItem>
    </>
  );
}

function CopyItems({ row }: { readonly row: ContainerRow }) {
  const { name, id, footprint } = row.container;
  const pid = footprintPid(footprint);
  return (
    <>
      <MenuItem icon={<CopyRegular />} onClick={() => void copyText(name)}>
        {containersStrings.copyName}
      </MenuItem>
      <MenuItem icon={<CopyRegular />} onClick={() => void copyText(id)}>
        {containersStrings.copyId}
      </MenuItem>
      <MenuItem
        icon={<CopyRegular />}
        {...refused(pid === null ? { can: false, reason: containersStrings.noPid } : { can: true })}
        onClick={() => void copyText(String(pid))}
      >
        {containersStrings.copyPid}
      </MenuItem>
    </>
  );
}

interface ActionItemProps {
  readonly row: ContainerRow;
  readonly action: Action;
  readonly onAsk: (action: Action) => void;
}

function ActionItem({ row, action, onAsk }: ActionItemProps) {
  return (
    <MenuItem
      icon={ICONS[action]}
      {...refused(capabilityOf(row, action))}
      {...(action === "remove" && { secondaryContent: "Del" })}
      onClick={() => onAsk(action)}
    >
      {actionWords[action]}
    </MenuItem>
  );
}

/** An item that cannot be used says why. */
const refused = (capability: Capability) =>
  capability.can ? {} : { disabled: true, title: capability.reason, subText: capability.reason };
