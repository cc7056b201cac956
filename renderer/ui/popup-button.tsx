import { Button, type ButtonProps } from "@fluentui/react-components";
import { type ComponentType, type LazyExoticComponent, Suspense, useRef, useState } from "react";

export interface PopupProps {
  /** The button it hangs from. */
  readonly anchor: HTMLElement;
  /** Called once it is over; the focus is then the button's again. */
  readonly onClose: () => void;
}

export type LazyPopup = LazyExoticComponent<ComponentType<PopupProps>>;

interface PopupButtonProps
  extends Pick<
    ButtonProps,
    "appearance" | "className" | "icon" | "size" | "title" | "disabled" | "children"
  > {
  readonly "aria-label"?: string;
  /** What opens, loaded when first asked for: menus with their positioning are too heavy for the first load. */
  readonly popup: LazyPopup;
}

/** A button with a menu that is loaded on the first click. */
export function PopupButton({ popup: Popup, ...button }: PopupButtonProps) {
  const anchor = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  return (
    <>
      <Button
        {...button}
        ref={(button: HTMLElement | null) => {
          anchor.current = button;
        }}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {open && anchor.current && (
        <Suspense fallback={null}>
          <Popup anchor={anchor.current} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
