import { MenuDivider, MenuItem, MenuItemRadio, MenuList } from "@fluentui/react-components";
import type { Container } from "../../../electron/contract/container.ts";
import { shownName } from "../../../electron/model/format.ts";
import { navigate } from "../../app/router.ts";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource } from "../../engine/resources.ts";
import { hostStrings } from "../../strings/host.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { isActive } from "../containers/container-row.ts";
import { currentHostRoute } from "./host-route.ts";

const ALL = "";

/** Which container's processes to show. */
export function ContainerMenu({ anchor, onClose }: PopupProps) {
  const { rows } = useLive(containersResource);
  const route = currentHostRoute();
  const active = [...rows.values()].filter(isActive).sort(byName);
  return (
    <PopupMenu
      target={anchor}
      onClose={onClose}
      className="container-menu"
      checkedValues={{ container: [route.container ?? ALL] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        navigate({ ...route, container: checkedItems[0] || null });
        onClose();
      }}
    >
      <MenuList>
        <MenuItemRadio name="container" value={ALL}>
          {hostStrings.allProcesses}
        </MenuItemRadio>
        <MenuDivider />
        {active.length === 0 && <MenuItem disabled>{hostStrings.noContainer}</MenuItem>}
        {active.map(({ key, name, isolation }) => (
          <MenuItemRadio
            key={key}
            name="container"
            value={key}
            {...(isolation && { icon: <IsoGlyph isolation={isolation} /> })}
          >
            {shownName(name)}
          </MenuItemRadio>
        ))}
      </MenuList>
    </PopupMenu>
  );
}

const byName = (a: Container, b: Container) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
