import { lazy, Suspense } from "react";
import { useHost } from "../engine/host-context.tsx";
import { recordingStrings } from "../strings/recording.ts";
import { useFileDrop } from "../ui/use-file-drop.ts";

const DropTarget = lazy(() =>
  import("../features/images/drop-target.tsx").then(({ DropTarget }) => ({ default: DropTarget })),
);

/** Opens a recording that is dropped anywhere on the window. Images takes files of its own, and recordings too. */
export function RecordingDrop() {
  const { client } = useHost();
  const dragging = useFileDrop(({ files: [file] }) => {
    if (!file) return;
    void import("../features/recording/opening.ts").then(({ openRecording }) => openRecording(client, file));
  });
  return (
    dragging && (
      <Suspense fallback={null}>
        <DropTarget title={recordingStrings.drop} hint={recordingStrings.dropHint} />
      </Suspense>
    )
  );
}
