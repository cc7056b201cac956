import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import { lazy, type ReactElement, Suspense, useMemo, useRef, useState } from "react";
import type { Action } from "../../../electron/contract/engine.ts";
import { shownName } from "../../../electron/model/format.ts";
import { openScope } from "../../app/router.ts";
import { wordsOf } from "../../app/words.ts";
import { useHostInfo } from "../../engine/host-context.tsx";
import { actionWords, containersStrings } from "../../strings/containers.ts";
import { detailsStrings } from "../../strings/details.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { type ContainerRow, capabilityOf } from "../containers/container-row.ts";
import { useControl } from "../containers/control.ts";
import { StatusCell } from "../containers/status-cell.tsx";

const RowMenu = lazy(() =>
  import("../containers/row-menu.tsx").then(({ RowMenu }) => ({ default: RowMenu })),
);

interface DetailsHeadProps {
  readonly row: ContainerRow;
  readonly onClose: () => void;
}

/** Which container it is, and what can be done with it. */
export function DetailsHead({ row, onClose }: DetailsHeadProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const { container, pending } = row;
  const { name, isolation } = container;
  return (
    <div className="details-head">
      <StatusCell container={container} pending={pending} trouble={row.trouble} bare />
      <h2 className="ellipsis" title={name}>
        {shownName(name)}
      </h2>
      {isolation && <IsoBadge boxed isolation={isolation} word={words.isolation[isolation]} />}
      <span className="grow" />
      <Button size="small" icon={<EyeRegular />} onClick={() => openScope(row.key)}>
        {containersStrings.openScope}
      </Button>
      <ActionButton row={row} action="stop" icon={<StopRegular />} />
      <ActionButton row={row} action="restart" icon={<ArrowClockwiseRegular />} />
      <MoreButton row={row} />
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={detailsStrings.close}
        title={`${detailsStrings.close} (Esc)`}
        onClick={onClose}
      />
    </div>
  );
}

interface ActionButtonProps {
  readonly row: ContainerRow;
  readonly action: Action;
  readonly icon: ReactElement;
}

/** Stays focusable when it cannot be done, so that the reason can be read. */
function ActionButton({ row, action, icon }: ActionButtonProps) {
  const control = useControl();
  const capability = capabilityOf(row, action);
  const label = `${actionWords[action]} ${row.container.name}`;
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      aria-label={label}
      title={capability.can ? label : `${label}: ${capability.reason}`}
      disabledFocusable={!capability.can}
      onClick={() => control({ key: row.key, name: row.container.name, action })}
    />
  );
}

function MoreButton({ row }: { readonly row: ContainerRow }) {
  const button = useRef<HTMLElement>(null);
  const [at, setAt] = useState<DOMRect | null>(null);
  const label = `${containersStrings.more}: ${row.container.name}`;
  return (
    <>
      <Button
        ref={(element: HTMLElement | null) => {
          button.current = element;
        }}
        appearance="subtle"
        size="small"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => setAt(event.currentTarget.getBoundingClientRect())}
      />
      {at && (
        <Suspense fallback={null}>
          <RowMenu
            place={{ row, at }}
            onClose={() => {
              setAt(null);
              button.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
