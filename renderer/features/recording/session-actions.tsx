import { ArrowExitRegular } from "@fluentui/react-icons/svg/arrow-exit";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { RecordRegular } from "@fluentui/react-icons/svg/record";
import { RecordStopRegular } from "@fluentui/react-icons/svg/record-stop";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import type { ReactElement } from "react";
import { useHost } from "../../engine/host-context.tsx";
import { useRecording, useReplaying } from "../../engine/use-session.ts";
import { recordingStrings } from "../../strings/recording.ts";
import { openRecord, openRecorded } from "../../ui-state/surfaces.ts";
import { chooseRecording, openBuiltIn } from "./opening.ts";
import { useStopRecording } from "./use-stop.ts";

export type SessionActionId = keyof typeof recordingStrings.buttons;

/** Something that can be done now about what is shown or recorded. */
export interface SessionAction {
  readonly id: SessionActionId;
  readonly label: string;
  readonly icon: ReactElement;
  readonly run: () => void;
}

/** What can be done now, wherever it is offered: record or end that, open another, go back to this host. */
export function useSessionActions(): readonly SessionAction[] {
  const { client } = useHost();
  const replaying = useReplaying();
  const recording = useRecording();
  const stop = useStopRecording();
  const open: readonly SessionAction[] = [
    {
      id: "open",
      label: recordingStrings.open,
      icon: <FolderOpenRegular />,
      run: () => chooseRecording(client),
    },
    {
      id: "built-in",
      label: recordingStrings.openBuiltIn,
      icon: <HistoryRegular />,
      run: () => openBuiltIn(client),
    },
  ];
  if (replaying) {
    const run = () => void client.call("session.close", {}).catch(() => {});
    return [{ id: "close", label: recordingStrings.closeReplay, icon: <ArrowExitRegular />, run }, ...open];
  }
  if (recording === null)
    return [
      { id: "record", label: recordingStrings.record, icon: <RecordRegular />, run: openRecord },
      ...open,
    ];
  return [
    recording.state === "recording"
      ? { id: "stop", label: recordingStrings.stopRecording, icon: <RecordStopRegular />, run: stop }
      : { id: "save", label: recordingStrings.saveRecording, icon: <SaveRegular />, run: openRecorded },
    ...open,
  ];
}
