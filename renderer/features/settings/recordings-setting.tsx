import { Button } from "@fluentui/react-components";
import { recordingStrings } from "../../strings/recording.ts";
import { type SessionActionId, useSessionActions } from "../recording/session-actions.tsx";
import { Setting, SettingGroup } from "./setting.tsx";

const HINTS: Readonly<Record<SessionActionId, string>> = {
  record: recordingStrings.recordHint,
  stop: recordingStrings.stopHint,
  save: recordingStrings.saveHint,
  close: recordingStrings.closeHint,
  open: recordingStrings.openHint,
  "built-in": recordingStrings.builtInHint,
};

/** Recordings: making one, and what can be replayed. */
export function RecordingsSetting() {
  return (
    <SettingGroup title={recordingStrings.group}>
      {useSessionActions().map(({ id, label, icon, run }) => (
        <Setting key={id} label={label.replace("…", "")} hint={HINTS[id]}>
          <Button icon={icon} onClick={run}>
            {recordingStrings.buttons[id]}
          </Button>
        </Setting>
      ))}
    </SettingGroup>
  );
}
