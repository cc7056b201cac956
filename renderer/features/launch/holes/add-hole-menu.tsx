import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import type { RefObject } from "react";
import type { HostInfo } from "../../../engine/host-context.tsx";
import { holeKindWord, launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { HoleKindToAdd } from "./hole-draft.ts";
import { HOLE_ICONS } from "./hole-icons.tsx";

const KINDS = ["folder", "pipe", "port", "network", "device"] as const;

/** What nothing can open on Windows, listed where somebody would look for it. */
const NEVER = [
  launchHoleStrings.sharedMemory,
  launchHoleStrings.sharedObjects,
  launchHoleStrings.sharedProcesses,
];

interface AddHoleMenuProps {
  readonly platform: HostInfo["platform"];
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onAdd: (kind: HoleKindToAdd) => void;
}

export function AddHoleMenu({ platform, button, onAdd }: AddHoleMenuProps) {
  return (
    <Menu positioning={{ position: "below", align: "end" }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            button.current = element;
          }}
          size="small"
          aria-label={launchHoleStrings.addLabel}
        >
          {launchHoleStrings.add}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {KINDS.map((kind) => (
            <MenuItem key={kind} icon={HOLE_ICONS[kind]} onClick={() => onAdd(kind)}>
              {holeKindWord(kind, platform)}
            </MenuItem>
          ))}
          {platform === "win32" && (
            <>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>{launchHoleStrings.notOnWindows}</MenuGroupHeader>
                {NEVER.map((what) => (
                  <MenuItem key={what} disabled>
                    {what}
                  </MenuItem>
                ))}
              </MenuGroup>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
