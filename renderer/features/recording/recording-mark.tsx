import { Button } from "@fluentui/react-components";
import { RecordRegular } from "@fluentui/react-icons/svg/record";
import type { RecordingState } from "../../../electron/contract/session.ts";
import { recordingProgress, recordingStrings } from "../../strings/recording.ts";
import { useNow } from "../../ui/use-now.ts";
import { openRecorded } from "../../ui-state/surfaces.ts";
import { useStopRecording } from "./use-stop.ts";
import "./recording-mark.css";

/** That a recording is being made, for how long, and the way to its end; or that one waits to be saved. */
export function RecordingMark({ recording }: { readonly recording: RecordingState }) {
  const running = recording.state === "recording";
  const now = useNow(running);
  const stop = useStopRecording();
  const end = recording.endedAt ?? Math.max(now, recording.startedAt);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form
    <span
      className="recording-mark"
      role="group"
      aria-label={recordingStrings.indicator}
      title={recording.title}
    >
      {running && (
        <span className="recording-text">
          <RecordRegular />
          {recordingStrings.indicator} {recordingProgress(end - recording.startedAt, recording.sizeBytes)}
        </span>
      )}
      <Button size="small" onClick={running ? stop : openRecorded}>
        {running ? recordingStrings.stop : recordingStrings.saveRecording}
      </Button>
    </span>
  );
}
