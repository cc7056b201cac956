import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ProgressBar,
} from "@fluentui/react-components";
import { useHost } from "../../engine/host-context.tsx";
import { errorText } from "../../strings/errors.ts";
import { openingText, recordingStrings } from "../../strings/recording.ts";
import { shellStrings } from "../../strings/shell.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { chooseRecording, forgetOpening, type Opening, useOpening } from "./opening.ts";
import "./recording.css";

/** How far the opening of a recording is; or what went wrong, and that nothing has changed. */
export function OpeningDialog() {
  const opening = useOpening(({ now }) => now);
  if (!opening) return null;
  const close = () => {
    if (opening.error === null) opening.cancel();
    forgetOpening();
    closeSurface();
  };
  return (
    <Dialog open modalType={opening.error ? "alert" : "modal"} onOpenChange={close}>
      <DialogSurface className="recording-surface">
        <DialogBody>
          <DialogTitle>
            {opening.error
              ? recordingStrings.notOpened(opening.file)
              : recordingStrings.opening(opening.file)}
          </DialogTitle>
          <DialogContent>
            {opening.error ? <Failure error={opening.error} /> : <Sent of={opening} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>
              {opening.error ? recordingStrings.close : recordingStrings.cancel}
            </Button>
            {opening.error && <ChooseOther />}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Sent({ of: { sent, size } }: { readonly of: Opening }) {
  return (
    <>
      <p className="dim">{recordingStrings.openingSize(sent, size)}</p>
      <ProgressBar
        aria-label={recordingStrings.openingSize(sent, size)}
        max={Math.max(1, size)}
        value={sent}
      />
    </>
  );
}

function Failure({ error }: { readonly error: NonNullable<Opening["error"]> }) {
  const { raw } = errorText(error);
  const { cause, next } = openingText(error);
  return (
    <>
      <p>{cause}</p>
      <p>{next}</p>
      <p className="dim">{recordingStrings.unchanged}</p>
      {raw !== null && (
        <details className="trouble-raw">
          <summary>{shellStrings.details}</summary>
          <pre className="mono">{raw}</pre>
        </details>
      )}
    </>
  );
}

function ChooseOther() {
  const { client } = useHost();
  return (
    <Button
      autoFocus
      appearance="primary"
      className="recording-wide"
      onClick={() => {
        forgetOpening();
        closeSurface();
        chooseRecording(client);
      }}
    >
      {recordingStrings.chooseOther}
    </Button>
  );
}
