import { MenuItemRadio, MenuList } from "@fluentui/react-components";
import { REPLAY_SPEEDS } from "../../../electron/contract/replay-speeds.ts";
import { useReplay } from "../../engine/use-session.ts";
import { replayStrings } from "../../strings/replay.ts";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { useReplayControl } from "./use-replay-control.ts";

/** How fast the recording plays. */
export function SpeedMenu({ anchor, onClose }: PopupProps) {
  const speed = useReplay()?.speed ?? 1;
  const control = useReplayControl();
  return (
    <PopupMenu
      target={anchor}
      onClose={onClose}
      position="above"
      checkedValues={{ speed: [String(speed)] }}
      onCheckedValueChange={(_event, { checkedItems: [chosen] }) => {
        const wanted = REPLAY_SPEEDS.find((one) => String(one) === chosen);
        if (wanted !== undefined) void control({ action: "speed", speed: wanted });
      }}
    >
      <MenuList>
        {REPLAY_SPEEDS.map((one) => (
          <MenuItemRadio key={one} name="speed" value={String(one)}>
            {replayStrings.speedShort(one)}
          </MenuItemRadio>
        ))}
      </MenuList>
    </PopupMenu>
  );
}
