import { MenuItem, MenuList } from "@fluentui/react-components";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import type { ReactElement } from "react";
import type { Action } from "../../../electron/contract/engine.ts";
import { actionWords, bulkReason, containersStrings } from "../../strings/containers.ts";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { useListView } from "../../ui-state/list-view.ts";
import { bulkAction } from "./bulk.ts";
import { useControl } from "./control.ts";
import { useContainerRows } from "./use-container-rows.ts";

const ACTIONS: readonly (readonly [Action, ReactElement])[] = [
  ["pause", <PauseRegular key="pause" />],
  ["unpause", <PlayRegular key="unpause" />],
  ["kill", <FlashRegular key="kill" />],
];

/** What is asked of selected rows more seldom. */
export function BulkMenu({ anchor, onClose }: PopupProps) {
  const control = useControl();
  const { selected } = useListView();
  const rows = useContainerRows().rows.filter(({ key }) => selected.has(key));
  return (
    <PopupMenu target={anchor} onClose={onClose}>
      <MenuList aria-label={containersStrings.moreForSelected}>
        {ACTIONS.map(([action, icon]) => {
          const { able, reasons } = bulkAction(rows, action);
          const why = bulkReason(reasons);
          return (
            <MenuItem
              key={action}
              icon={icon}
              disabled={able.length === 0}
              {...(why !== null && { subText: why })}
              onClick={() =>
                control(...able.map(({ key, container }) => ({ key, name: container.name, action })))
              }
            >
              {actionWords[action]} {able.length > 0 && able.length}
            </MenuItem>
          );
        })}
      </MenuList>
    </PopupMenu>
  );
}
