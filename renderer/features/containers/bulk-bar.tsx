import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import { lazy, type ReactElement } from "react";
import type { Action } from "../../../electron/contract/engine.ts";
import { actionWords, bulkReason, containersStrings, selectedText } from "../../strings/containers.ts";
import { PopupButton } from "../../ui/popup-button.tsx";
import { setListView } from "../../ui-state/list-view.ts";
import { openRemove } from "../../ui-state/surfaces.ts";
import { type BulkAction, bulkAction } from "./bulk.ts";
import type { ContainerRow } from "./container-row.ts";
import { useControl } from "./control.ts";

const BulkMenu = lazy(() => import("./bulk-menu.tsx").then(({ BulkMenu }) => ({ default: BulkMenu })));

const MAIN: readonly (readonly [Action, ReactElement])[] = [
  ["start", <PlayRegular key="start" />],
  ["stop", <StopRegular key="stop" />],
  ["restart", <ArrowClockwiseRegular key="restart" />],
];

/** In the place of the list's tools while rows are selected: what can be done with all of them at once, and to how many. */
export function BulkBar({ selected }: { readonly selected: readonly ContainerRow[] }) {
  const control = useControl();
  const ask = ({ action, able }: BulkAction) =>
    control(...able.map(({ key, container }) => ({ key, name: container.name, action })));
  return (
    <div className="bulk-bar" role="toolbar" aria-label={selectedText(selected.length)}>
      <b>{selectedText(selected.length)}</b>
      {MAIN.map(([action, icon]) => (
        <BulkButton key={action} bulk={bulkAction(selected, action)} icon={icon} onAsk={ask} />
      ))}
      <BulkButton
        bulk={bulkAction(selected, "remove")}
        icon={<DeleteRegular />}
        onAsk={() => openRemove(selected.map((row) => row.key))}
      />
      <PopupButton
        popup={BulkMenu}
        appearance="subtle"
        size="small"
        icon={<MoreHorizontalRegular />}
        aria-label={containersStrings.moreForSelected}
        title={containersStrings.moreForSelected}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={containersStrings.clear}
        title={containersStrings.clear}
        onClick={() => setListView({ selected: new Set() })}
      />
    </div>
  );
}

interface BulkButtonProps {
  readonly bulk: BulkAction;
  readonly icon: ReactElement;
  readonly onAsk: (bulk: BulkAction) => void;
}

/** Stays focusable when it can be done to none, so that the reason can be read. */
function BulkButton({ bulk, icon, onAsk }: BulkButtonProps) {
  const { action, able, reasons } = bulk;
  const title = bulkReason(reasons);
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      disabledFocusable={able.length === 0}
      {...(title !== null && { title })}
      onClick={() => onAsk(bulk)}
    >
      {actionWords[action]} {able.length > 0 && able.length}
    </Button>
  );
}
