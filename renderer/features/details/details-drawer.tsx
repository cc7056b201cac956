import { InlineDrawer } from "@fluentui/react-components";
import { type RefObject, useEffect, useRef } from "react";
import { useKeys } from "../../app/keys.ts";
import { lastInputWasKey } from "../../app/last-input.ts";
import type { DrawerTab } from "../../app/router.ts";
import { detailsOf, detailsStrings } from "../../strings/details.ts";
import type { ContainerRow } from "../containers/container-row.ts";
import { closeDetails } from "./close-details.ts";
import { DetailsFailure } from "./details-failure.tsx";
import { DetailsGone } from "./details-gone.tsx";
import { DetailsHead } from "./details-head.tsx";
import { DetailsTabs } from "./details-tabs.tsx";
import "./details.css";

interface DetailsDrawerProps {
  readonly containerKey: string;
  /** Undefined while the list is not known, and once the container is gone. */
  readonly row: ContainerRow | undefined;
  readonly loaded: boolean;
  readonly tab: DrawerTab;
  /** Over the list instead of beside it: there is no room for both. */
  readonly overlay: boolean;
}

/**
 * One container's details. Never modal, so that the list can be used while it is open: Fluent's OverlayDrawer is a
 * dialog that takes the focus however it is opened, and is not used.
 */
export function DetailsDrawer({ containerKey, row, loaded, tab, overlay }: DetailsDrawerProps) {
  const drawer = useRef<HTMLElement>(null);
  const close = () => closeDetails(containerKey);
  useKeys({ escape: close });
  useFocusOnOpening(drawer);
  return (
    <InlineDrawer
      ref={(element: HTMLElement | null) => {
        drawer.current = element;
      }}
      open
      position="end"
      className={overlay ? "details over" : "details"}
      role="complementary"
      aria-label={row ? detailsOf(row.container.name) : detailsStrings.goneTitle}
      data-region="drawer"
      tabIndex={-1}
    >
      {row && <DetailsHead row={row} onClose={close} />}
      {row && <DetailsFailure row={row} />}
      {row && <DetailsTabs container={row.container} tab={tab} />}
      {!row && loaded && <DetailsGone onClose={close} />}
    </InlineDrawer>
  );
}

/** Opened by key, the drawer has the focus. Opened by mouse, the focus stays where it was. */
function useFocusOnOpening(drawer: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (lastInputWasKey()) drawer.current?.focus();
  }, [drawer]);
}
