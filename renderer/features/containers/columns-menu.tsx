import { MenuItemCheckbox, MenuList } from "@fluentui/react-components";
import type { PopupProps } from "../../ui/popup-button.tsx";
import { PopupMenu } from "../../ui/popup-menu.tsx";
import { type ColumnId, toggleColumn, usePreferences } from "../../ui-state/preferences.ts";
import { COLUMNS } from "./columns.tsx";

/** Which columns the list shows. Status and name always are. */
export function ColumnsMenu({ anchor, onClose }: PopupProps) {
  const hidden = usePreferences((preferences) => preferences.hiddenColumns);
  const optional = COLUMNS.flatMap((column) => {
    const { id, title } = column;
    return id === "status" || id === "name" ? [] : [{ id, title }];
  });
  const shown = optional.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id);
  return (
    <PopupMenu
      target={anchor}
      onClose={onClose}
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const changed = optional.find(({ id }) => checkedItems.includes(id) === hidden.includes(id));
        if (changed) toggleColumn(changed.id satisfies ColumnId);
      }}
    >
      <MenuList>
        {optional.map(({ id, title }) => (
          <MenuItemCheckbox key={id} name="columns" value={id}>
            {title}
          </MenuItemCheckbox>
        ))}
      </MenuList>
    </PopupMenu>
  );
}
