import { Button } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import type { Comparison } from "../../../../electron/contract/compare.ts";
import { earlierStrings } from "../../../strings/earlier.ts";

interface OpenedLineProps {
  readonly opened: Comparison;
  /** Whether there is a later one to go back to. */
  readonly hasLast: boolean;
  readonly onClose: () => void;
}

/** Says that what is shown is an old comparison. */
export function OpenedLine({ opened, hasLast, onClose }: OpenedLineProps) {
  const at = opened.endedAt ?? opened.at;
  return (
    <p className="earlier-opened" role="status">
      <HistoryRegular />
      <span>{hasLast ? earlierStrings.openedTitle(at) : earlierStrings.openedAlone(at)}</span>
      <Button size="small" onClick={onClose}>
        {earlierStrings.close}
      </Button>
    </p>
  );
}
