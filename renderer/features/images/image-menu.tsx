import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import { ArrowExportRegular } from "@fluentui/react-icons/svg/arrow-export";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import type { Capability } from "../../../electron/contract/engine.ts";
import { actionsFor, imagesStrings } from "../../strings/images.ts";
import { copyText } from "../../ui/copy-text.ts";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { openLaunchOf, openRemoveImages } from "../../ui-state/surfaces.ts";
import { launchName } from "./image-cells.tsx";
import { type ImageRow, imageCapability } from "./image-row.ts";
import { useExportImage } from "./use-export-image.ts";

export interface ImageMenuPlace {
  readonly row: ImageRow;
  readonly at: DOMRect;
}

interface ImageMenuProps {
  readonly place: ImageMenuPlace;
  readonly onClose: () => void;
}

/** The menu of one row, from its button, the right mouse button or the Menu key. */
export function ImageMenu({ place: { row, at }, onClose }: ImageMenuProps) {
  const exportImage = useExportImage();
  const [ref] = row.image.refs;
  return (
    <PopupMenu target={at} onClose={onClose}>
      <MenuList aria-label={actionsFor(row.name)}>
        <MenuItem
          icon={<PlayRegular />}
          secondaryContent="Enter"
          onClick={() => openLaunchOf(launchName(row))}
        >
          {imagesStrings.launch}
        </MenuItem>
        <MenuItem
          icon={<ArrowExportRegular />}
          {...reasonOf(imageCapability(row, "exportImage"))}
          onClick={() => void exportImage(row)}
        >
          {imagesStrings.export}
        </MenuItem>
        <MenuDivider />
        <MenuItem
          icon={<CopyRegular />}
          disabled={ref === undefined}
          onClick={() => void copyText(ref ?? "")}
        >
          {imagesStrings.copyReference}
        </MenuItem>
        <MenuItem icon={<CopyRegular />} onClick={() => void copyText(row.image.id)}>
          {imagesStrings.copyId}
        </MenuItem>
        <MenuDivider />
        <MenuItem
          icon={<DeleteRegular />}
          secondaryContent="Del"
          {...reasonOf(imageCapability(row, "removeImage"))}
          onClick={() => openRemoveImages([row.key])}
        >
          {imagesStrings.remove}
        </MenuItem>
      </MenuList>
    </PopupMenu>
  );
}

/** An action that cannot be done stays in its place and says why. */
const reasonOf = (capability: Capability) =>
  capability.can ? {} : { disabled: true, title: capability.reason, subText: capability.reason };
