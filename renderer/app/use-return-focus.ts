import { useEffect, useRef } from "react";
import { useSurfaces } from "../ui-state/surfaces.ts";

/** Where to when what opened the dialog is gone. */
const fallback = () => document.getElementById("main");

/**
 * When a dialog closes, the focus goes back to what had it before, or to the main part. Dialogs open by keys and by
 * routes, not by triggers that Fluent knows; and without any focus its modal layer would keep the page hidden from
 * screen readers.
 */
export function useReturnFocus(): void {
  const opener = useRef<Element | null>(null);
  const kind = useSurfaces(({ open }) => open.kind);
  useEffect(
    () =>
      useSurfaces.subscribe(({ open }, before) => {
        // At this moment nothing of the dialog is on the page yet.
        if (open.kind !== "none" && before.open.kind === "none") opener.current = document.activeElement;
      }),
    [],
  );
  useEffect(() => {
    if (kind === "none") return;
    return () => {
      if (useSurfaces.getState().open.kind === "none") giveBack(opener.current);
    };
  }, [kind]);
}

function giveBack(opener: Element | null): void {
  const usable = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  (usable ? opener : fallback())?.focus();
}
