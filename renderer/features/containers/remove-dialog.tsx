import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource } from "../../engine/resources.ts";
import {
  containersStrings,
  removeButton,
  removeConsequence,
  removeQuestion,
} from "../../strings/containers.ts";
import { setListView } from "../../ui-state/list-view.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { useControl } from "./control.ts";

/** Names what would be removed. The button that has the focus is Cancel. */
export function RemoveDialog({ keys }: { readonly keys: readonly string[] }) {
  const { rows } = useLive(containersResource);
  const control = useControl();
  const wanted = keys.flatMap((key) => rows.get(key) ?? []);
  const able = wanted.filter((container) => container.actions.remove.can);
  const remove = () => {
    for (const { key, name } of able) control({ key, name, action: "remove" });
    setListView({ selected: new Set() });
    closeSurface();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{removeQuestion(wanted.length)}</DialogTitle>
          <DialogContent>
            {removeConsequence(wanted.length)}
            <ul className="remove-list">
              {wanted.map(({ key, name, actions }) => (
                <li key={key}>
                  <b>{name}</b>{" "}
                  {!actions.remove.can && (
                    <span className="dim">{containersStrings.stays(actions.remove.reason)}</span>
                  )}
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button autoFocus onClick={closeSurface}>
              {containersStrings.cancel}
            </Button>
            <Button appearance="primary" disabled={able.length === 0} onClick={remove}>
              {removeButton(able.length)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
