import { MenuDivider, MenuItem, MenuList } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DocumentRegular } from "@fluentui/react-icons/svg/document";
import { reportStrings } from "../../strings/report.ts";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { useReport } from "./use-report.ts";

export function ExportMenu({ anchor, onClose }: PopupProps) {
  const { save, copy } = useReport();
  return (
    <PopupMenu target={anchor} onClose={onClose}>
      <MenuList aria-label={reportStrings.menu}>
        <MenuItem
          icon={<DocumentRegular />}
          subText={reportStrings.htmlHint}
          onClick={() => void save("html")}
        >
          {reportStrings.html}
        </MenuItem>
        <MenuItem icon={<DocumentRegular />} onClick={() => void save("markdown")}>
          {reportStrings.markdown}
        </MenuItem>
        <MenuItem icon={<DocumentRegular />} onClick={() => void save("json")}>
          {reportStrings.json}
        </MenuItem>
        <MenuDivider />
        <MenuItem icon={<CopyRegular />} onClick={() => void copy()}>
          {reportStrings.copyMarkdown}
        </MenuItem>
      </MenuList>
    </PopupMenu>
  );
}
