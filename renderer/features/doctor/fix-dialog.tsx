import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { CommandFix } from "../../../electron/contract/doctor.ts";
import { joinCommand } from "../../../electron/model/command-line.ts";
import { useHost } from "../../engine/host-context.tsx";
import { doctorStrings } from "../../strings/doctor.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { useFindings } from "./use-findings.ts";
import "./doctor.css";

interface FixDialogProps {
  readonly check: string;
  readonly fix: string;
}

/** Asks before a fix is run, and shows exactly what. The button that has the focus is Cancel. */
export function FixDialog({ check, fix: id }: FixDialogProps) {
  const { client } = useHost();
  const { all } = useFindings();
  const found = all.find((finding) => finding.id === check)?.fixes.find((one) => one.id === id);
  const fix = found?.kind === "command" && found.runnable.can ? found : null;
  const run = () => {
    // How it fares is told by the finding.
    client.call("doctor.fix", { check, fix: id }).catch(() => {});
    closeSurface();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{doctorStrings.ask(fix?.title ?? id)}</DialogTitle>
          <DialogContent>{fix ? <Consent fix={fix} /> : doctorStrings.gone}</DialogContent>
          <DialogActions>
            <Button autoFocus onClick={closeSurface}>
              {fix ? doctorStrings.cancel : doctorStrings.close}
            </Button>
            {fix && (
              <Button appearance="primary" onClick={run}>
                {doctorStrings.run}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Consent({ fix: { argv, changes, rights, after } }: { readonly fix: CommandFix }) {
  return (
    <div className="consent">
      {doctorStrings.exactly}
      <code className="mono">{joinCommand(argv)}</code>
      <dl>
        <dt>{doctorStrings.changes}</dt>
        <dd>{changes}</dd>
        <dt>{doctorStrings.rights}</dt>
        <dd>{rights}</dd>
        <dt>{doctorStrings.afterwards}</dt>
        <dd>
          {doctorStrings.thenChecked} {after}
        </dd>
      </dl>
    </div>
  );
}
