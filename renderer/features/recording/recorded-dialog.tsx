import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import type { RecordingState } from "../../../electron/contract/session.ts";
import { useHost } from "../../engine/host-context.tsx";
import { useRecording } from "../../engine/use-session.ts";
import { errorText } from "../../strings/errors.ts";
import { recordingProgress, recordingSaved, recordingStrings } from "../../strings/recording.ts";
import { openFileSink } from "../../ui/file-sink.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { showToast } from "../../ui-state/toasts.ts";
import { recordingName, saveRecording } from "./save-recording.ts";
import "./recording.css";

/** What became of the recording, and what shall become of it: saved, discarded, or asked again later. */
export function RecordedDialog() {
  const recording = useRecording();
  const gone = recording === null;
  useEffect(() => {
    if (gone) closeSurface();
  }, [gone]);
  return recording?.state === "ready" ? <OpenRecordedDialog recording={recording} /> : null;
}

function OpenRecordedDialog({ recording }: { readonly recording: RecordingState }) {
  const { client } = useHost();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<IsoscopeError | null>(null);
  const save = async () => {
    const name = recordingName(recording.title);
    const sink = await openFileSink(name, "application/octet-stream");
    if (!sink) return;
    try {
      await saveRecording(client, sink);
      showToast({ id: "recording saved", title: recordingSaved(name) });
      await client.call("recording.discard", {});
      closeSurface();
    } catch (thrown) {
      setError(toIsoscopeError(thrown));
    }
  };
  const discard = () => {
    client.call("recording.discard", {}).then(closeSurface, (thrown: unknown) => {
      setError(toIsoscopeError(thrown));
    });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface className="recording-surface">
        {asking ? (
          <Ask recording={recording} onKeep={() => setAsking(false)} onDiscard={discard} />
        ) : (
          <DialogBody>
            <DialogTitle>{recordingStrings.ready}</DialogTitle>
            <DialogContent className="recording-form">
              {error && <NotSaved error={error} />}
              <Facts recording={recording} />
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setAsking(true)}>{recordingStrings.discard}</Button>
              <Button onClick={closeSurface}>{recordingStrings.later}</Button>
              <Button autoFocus appearance="primary" onClick={() => void save()}>
                {recordingStrings.save}
              </Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}

function Facts({ recording }: { readonly recording: RecordingState }) {
  const { title, startedAt, endedAt, sizeBytes, gaps, output } = recording;
  return (
    <>
      <p>
        <b>{title}</b>
        <br />
        {recordingProgress((endedAt ?? startedAt) - startedAt, sizeBytes)}
      </p>
      {gaps.length === 0 ? (
        <p>{recordingStrings.noGaps}</p>
      ) : (
        <div>
          {recordingStrings.gaps}
          <ul className="recording-gaps">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </div>
      )}
      {output && <p className="dim small">{recordingStrings.outputWarning}</p>}
    </>
  );
}

interface AskProps {
  readonly recording: RecordingState;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

function Ask({ recording, onKeep, onDiscard }: AskProps) {
  return (
    <DialogBody>
      <DialogTitle>{recordingStrings.discardQuestion}</DialogTitle>
      <DialogContent>
        <b>{recording.title}</b>. {recordingStrings.discardText}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onKeep}>
          {recordingStrings.keep}
        </Button>
        <Button appearance="primary" onClick={onDiscard}>
          {recordingStrings.discardNow}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function NotSaved({ error }: { readonly error: IsoscopeError }) {
  const { title, cause, next, raw } = errorText(error);
  return (
    <TroubleBar intent="error" title={recordingStrings.notSaved} raw={raw}>
      {title} {cause} {next}
    </TroubleBar>
  );
}
