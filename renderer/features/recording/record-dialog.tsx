import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { formatDateTime } from "../../../electron/model/format.ts";
import { type HostInfo, useHost, useHostInfo } from "../../engine/host-context.tsx";
import { errorText } from "../../strings/errors.ts";
import { recordingStrings } from "../../strings/recording.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { closeSurface } from "../../ui-state/surfaces.ts";
import "./recording.css";

/** Asks what to call the recording and what goes into it. */
export function RecordDialog() {
  const host = useHostInfo();
  return host ? <OpenRecordDialog host={host} /> : null;
}

/** The most characters a title has. */
const LONGEST = 200;

const titleOf = (host: HostInfo) =>
  recordingStrings.defaultTitle(host.hostName, formatDateTime(Date.now()).slice(0, 16));

function OpenRecordDialog({ host }: { readonly host: HostInfo }) {
  const { client } = useHost();
  const [title, setTitle] = useState(() => titleOf(host));
  const [output, setOutput] = useState(false);
  const [error, setError] = useState<IsoscopeError | null>(null);
  const empty = title.trim() === "";
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (empty) return;
    client.call("recording.start", { title: title.trim(), output }).then(closeSurface, (thrown: unknown) => {
      setError(toIsoscopeError(thrown));
    });
  };
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface className="recording-surface">
        <form onSubmit={start} noValidate>
          <DialogBody>
            <DialogTitle>{recordingStrings.recordTitle}</DialogTitle>
            <DialogContent className="recording-form">
              {error && <NotStarted error={error} />}
              <p>{recordingStrings.what}</p>
              <Field
                label={recordingStrings.name}
                {...(empty && { validationMessage: recordingStrings.nameNeeded })}
              >
                <Input
                  autoFocus
                  value={title}
                  maxLength={LONGEST}
                  onChange={(_event, { value }) => setTitle(value)}
                />
              </Field>
              <div>
                <Checkbox
                  label={recordingStrings.output}
                  checked={output}
                  aria-describedby="output-warning"
                  onChange={(_event, { checked }) => setOutput(checked === true)}
                />
                <p id="output-warning" className="dim small recording-warning">
                  {recordingStrings.outputWarning}
                </p>
              </div>
            </DialogContent>
            <DialogActions>
              <Button onClick={closeSurface}>{recordingStrings.cancel}</Button>
              <Button appearance="primary" type="submit" disabledFocusable={empty}>
                {recordingStrings.start}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function NotStarted({ error }: { readonly error: IsoscopeError }) {
  const { title, cause, next, raw } = errorText(error);
  return (
    <TroubleBar intent="error" title={recordingStrings.notStarted} raw={raw}>
      {title} {cause} {next}
    </TroubleBar>
  );
}
