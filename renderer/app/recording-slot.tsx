import { lazy, Suspense } from "react";
import { useRecording } from "../engine/use-session.ts";

const RecordingMark = lazy(() =>
  import("../features/recording/recording-mark.tsx").then(({ RecordingMark }) => ({
    default: RecordingMark,
  })),
);

/** Room in the title bar for what a recording has to say; nothing while there is none. */
export function RecordingSlot() {
  const recording = useRecording();
  return (
    recording && (
      <Suspense fallback={null}>
        <RecordingMark recording={recording} />
      </Suspense>
    )
  );
}
