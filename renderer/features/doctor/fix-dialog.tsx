import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useState } from "react";
import type { CommandFix } from "../../../electron/contract/doctor.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { joinCommand } from "../../../electron/model/command-line.ts";
import { useHost } from "../../engine/host-context.tsx";
import { doctorStrings } from "../../strings/doctor.ts";
import { type ErrorText, errorText } from "../../strings/errors.ts";
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
  const [refused, setRefused] = useState<ErrorText | null>(null);
  // How it fares is told by the finding; only a refusal is told here.
  const run = () =>
    void client
      .call("doctor.fix", { check, fix: id })
      .then(closeSurface, (thrown: unknown) => setRefused(errorText(toIsoscopeError(thrown))));
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{doctorStrings.ask(fix?.title ?? id)}</DialogTitle>
          <DialogContent>
            {fix ? <Consent fix={fix} /> : doctorStrings.gone}
            {refused && (
              <p role="alert">
                {refused.title} {refused.cause}
              </p>
            )}
          </DialogContent>
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
