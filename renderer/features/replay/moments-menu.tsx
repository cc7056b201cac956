import { MenuItem, MenuList } from "@fluentui/react-components";
import { useReplay } from "../../engine/use-session.ts";
import { formatPosition } from "../../strings/replay.ts";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { useReplayControl } from "./use-replay-control.ts";

/** The recording's marks, each the way to its moment. */
export function MomentsMenu({ anchor, onClose }: PopupProps) {
  const marks = useReplay()?.marks ?? [];
  const control = useReplayControl();
  return (
    <PopupMenu target={anchor} onClose={onClose} position="above">
      <MenuList>
        {marks.map(({ atMs, label }) => (
          <MenuItem
            key={`${atMs} ${label}`}
            secondaryContent={formatPosition(atMs)}
            onClick={() => void control({ action: "seek", positionMs: atMs })}
          >
            {label}
          </MenuItem>
        ))}
      </MenuList>
    </PopupMenu>
  );
}
