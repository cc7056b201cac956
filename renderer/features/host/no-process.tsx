import { Button } from "@fluentui/react-components";
import type { Container } from "../../../electron/contract/container.ts";
import { shownName } from "../../../electron/model/format.ts";
import { hostStrings } from "../../strings/host.ts";

interface NoProcessProps {
  /** The one whose processes are looked for. */
  readonly container: Container | undefined;
  readonly onClear: () => void;
}

export function NoProcess({ container, onClear }: NoProcessProps) {
  return (
    <div className="empty-state">
      <b>{container ? hostStrings.noRows(shownName(container.name)) : hostStrings.noMatch}</b>
      <div className="empty-actions">
        <Button size="small" onClick={onClear}>
          {container ? hostStrings.allContainers : hostStrings.clearFilter}
        </Button>
      </div>
    </div>
  );
}
