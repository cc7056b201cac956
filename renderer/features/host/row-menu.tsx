import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import type { Words } from "../../app/words.ts";
import { hostStrings } from "../../strings/host.ts";
import { copyText } from "../../ui/copy-text.ts";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import type { HostItem } from "./host-entry.ts";
import { openOwner } from "./open-owner.ts";

export interface RowMenuPlace {
  readonly item: HostItem;
  readonly at: DOMRect;
}

interface RowMenuProps {
  readonly place: RowMenuPlace;
  readonly words: Words;
  readonly onFilter: (container: string) => void;
  readonly onClose: () => void;
}

/** The menu of one process, from the right mouse button or the Menu key. */
export function RowMenu({ place, words, onFilter, onClose }: RowMenuProps) {
  const { row, owner } = place.item;
  return (
    <PopupMenu target={place.at} onClose={onClose}>
      <MenuList aria-label={hostStrings.rowMenu(`${row.name} ${row.pid}`)}>
        {owner && (
          <>
            <MenuItem icon={<EyeRegular />} secondaryContent="Enter" onClick={() => openOwner(owner, row)}>
              {hostStrings.openScope}
            </MenuItem>
            <MenuItem icon={<FilterRegular />} onClick={() => onFilter(owner.container)}>
              {hostStrings.showOnly(owner.name)}
            </MenuItem>
            <MenuDivider />
          </>
        )}
        <MenuItem
          icon={<CopyRegular />}
          secondaryContent="Ctrl+C"
          onClick={() => void copyText(String(row.pid))}
        >
          {hostStrings.copyPid(words.pid)}
        </MenuItem>
        <MenuItem
          icon={<CopyRegular />}
          disabled={!row.command}
          onClick={() => void copyText(row.command ?? "")}
        >
          {hostStrings.copyCommand}
        </MenuItem>
      </MenuList>
    </PopupMenu>
  );
}
