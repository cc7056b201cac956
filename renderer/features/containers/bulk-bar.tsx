import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import { actionWords, containersStrings, selectedText } from "../../strings/containers.ts";
import { setListView } from "../../ui-state/list-view.ts";
import { openRemove } from "../../ui-state/surfaces.ts";
import { type ContainerRow, capabilityOf } from "./container-row.ts";
import { useControl } from "./control.ts";

/** What can be done with all selected rows at once. */
export function BulkBar({ selected }: { readonly selected: readonly ContainerRow[] }) {
  const control = useControl();
  const stoppable = selected.filter((row) => capabilityOf(row, "stop").can);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={selectedText(selected.length)}>
      <b>{selectedText(selected.length)}</b>
      <span className="grow" />
      <Button
        appearance="subtle"
        size="small"
        icon={<StopRegular />}
        disabled={stoppable.length === 0}
        onClick={() => {
          for (const row of stoppable) control({ key: row.key, name: row.container.name, action: "stop" });
        }}
      >
        {actionWords.stop}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        icon={<DeleteRegular />}
        onClick={() => openRemove(selected.map((row) => row.key))}
      >
        {actionWords.remove}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={containersStrings.clear}
        onClick={() => setListView({ selected: new Set() })}
      />
    </div>
  );
}
