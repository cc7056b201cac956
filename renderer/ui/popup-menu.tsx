import { Menu, MenuPopover, type MenuProps } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface PopupMenuProps extends Pick<MenuProps, "checkedValues" | "onCheckedValueChange"> {
  /** What it opens under: a button, or where the pointer was. */
  readonly target: HTMLElement | DOMRect;
  readonly onClose: () => void;
  readonly className?: string;
  /** Where it opens if there is room; by default below. */
  readonly position?: "above" | "below";
  /** One MenuList. */
  readonly children: ReactNode;
}

/** A menu that is open for as long as it is mounted. Only for modules that are loaded on demand. */
export function PopupMenu({
  target,
  onClose,
  className,
  position = "below",
  children,
  ...menu
}: PopupMenuProps) {
  const place = target instanceof DOMRect ? { getBoundingClientRect: () => target } : target;
  return (
    <Menu
      {...menu}
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
      // Where there is no room under or over it, the menu lies on what it hangs from rather than out of the window.
      positioning={{ target: place, position, align: "start", shiftToCoverTarget: true }}
    >
      <MenuPopover {...(className !== undefined && { className })}>{children}</MenuPopover>
    </Menu>
  );
}
