import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { type KeyboardEvent, useRef, useState } from "react";
import type { CostRecord } from "../../../../electron/contract/cost.ts";
import { earlierStrings } from "../../../strings/earlier.ts";
import type { Earlier } from "./use-earlier.ts";

interface EarlierActionsProps {
  readonly record: CostRecord;
  readonly isShown: boolean;
  readonly earlier: Earlier;
}

/** Opens one again, or forgets it after a second word. */
export function EarlierActions({ record, isShown, earlier }: EarlierActionsProps) {
  const [asking, setAsking] = useState(false);
  const kept = useRef(false);
  const stay = () => {
    kept.current = true;
    setAsking(false);
  };
  if (asking) return <Really onKeep={stay} onRemove={() => earlier.remove(record.id)} />;
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={<OpenRegular />}
        disabledFocusable={isShown}
        aria-label={earlierStrings.openThe(record.at)}
        title={isShown ? earlierStrings.shown : earlierStrings.open}
        onClick={() => earlier.open(record.id)}
      />
      <Button
        ref={(button: HTMLElement | null) => {
          // Where the two questions were is this button again.
          if (button && kept.current) button.focus();
          kept.current = false;
        }}
        appearance="subtle"
        size="small"
        icon={<DeleteRegular />}
        aria-label={earlierStrings.removeThe(record.at)}
        title={earlierStrings.remove}
        onClick={() => setAsking(true)}
      />
    </>
  );
}

interface ReallyProps {
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** The harmless answer has the focus. */
function Really({ onKeep, onRemove }: ReallyProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onKeep();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard here for the two buttons inside
    <span className="earlier-really" onKeyDown={onKeyDown}>
      <Button size="small" autoFocus onClick={onKeep}>
        {earlierStrings.keep}
      </Button>
      <Button size="small" appearance="subtle" onClick={onRemove}>
        {earlierStrings.removeForGood}
      </Button>
    </span>
  );
}
