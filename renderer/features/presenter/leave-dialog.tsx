import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { containersResource, jobsResource } from "../../engine/resources.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { useControl } from "../containers/control.ts";
import { useDemoSession } from "./demo-session.ts";
import { leaveDemo } from "./leave-demo.ts";
import { leftBehind } from "./left-behind.ts";

/** Asks what shall become of the demo's containers. Keep comes first and has the focus: an Enter too many deletes nothing. */
export function LeaveDialog() {
  const { client } = useHost();
  const session = useDemoSession();
  const containers = useLive(containersResource).rows;
  const jobs = useLive(jobsResource).rows;
  const control = useControl();
  const { made, starting } = leftBehind(session, containers, jobs);
  const keep = () => {
    closeSurface();
    leaveDemo();
  };
  const remove = () => {
    for (const { key, name, actions } of made)
      if (actions.remove.can) control({ key, name, action: "remove" });
    for (const job of starting) void client.call("jobs.cancel", { job }).catch(() => {});
    keep();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{presenterStrings.keepQuestion(made.length + starting.length)}</DialogTitle>
          <DialogContent>
            {presenterStrings.keepText}
            <ul className="remove-list">
              {made.map(({ key, name }) => (
                <li key={key}>
                  <b>{name}</b>
                </li>
              ))}
            </ul>
            {starting.length > 0 && <p>{presenterStrings.keepStarting}</p>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={keep}>
              {presenterStrings.keep}
            </Button>
            <Button onClick={remove}>{presenterStrings.remove(made.length)}</Button>
            <Button onClick={closeSurface}>{presenterStrings.stay}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
